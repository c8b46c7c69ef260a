namespace Showrunner.Engine.Live.Streams;

/// <summary>
/// What is usual now, by whichever guessed best lately: the level (a mean whose steps are bounded, after Huber 1964), the time of day, or the time of week. A shape has to beat what
/// is simpler by a margin, so that a series without one is not given any.
/// </summary>
internal static class Baseline
{
    public const int DayPlaces = 96, WeekPlaces = 336, Guesses = 3;
    private const double DayMargin = 0.8, WeekMargin = 0.9;
    private const int Bound = 4, ErrorBound = 6, DayMemory = 15, WeekMemory = 6, Begin = 20;

    /// <summary>Fills what level, day and week say, and tells which to believe.</summary>
    public static int Guess(WatchState state, DateTime at, Span<double> guesses)
    {
        var (day, week) = Places(at);
        guesses[0] = state.Level;
        guesses[1] = state.DaySeen[day] > 0 ? state.Day[day] : guesses[0];
        guesses[2] = state.WeekSeen[week] > 0 ? state.Week[week] : guesses[1];
        var best = state.Errors[1] < DayMargin * state.Errors[0] ? 1 : 0;
        return state.Errors[2] < WeekMargin * state.Errors[best] ? 2 : best;
    }

    /// <summary>Whether a baseline has a value of its own for this time.</summary>
    public static bool Knows(WatchState state, DateTime at, int which)
    {
        var (day, week) = Places(at);
        return which switch { 0 => true, 1 => state.DaySeen[day] > 0, _ => state.WeekSeen[week] > 0 };
    }

    /// <param name="floor">An error that does not count, in the value's unit.</param>
    public static void Learn(WatchState state, DateTime at, double value, ReadOnlySpan<double> guesses, int best, double floor, int memory)
    {
        var (day, week) = Places(at);
        var (cap, rate) = (Bound * Math.Max(state.Errors[best], floor), Math.Max(1.0 / state.Count, 2.0 / memory));
        for (var i = 0; i < Guesses; i++)
        {
            var error = Math.Abs(value - guesses[i]);
            if (state.Count >= Begin) error = Math.Min(error, ErrorBound * state.Errors[i] + floor);
            state.Errors[i] += (error - state.Errors[i]) * rate;
        }
        state.Level += Math.Clamp(value - state.Level, -cap, cap) * Math.Max(1.0 / state.Count, 10.0 / memory);
        state.Day[day] += (value - state.Day[day]) / Math.Min(state.DaySeen[day] = Math.Min(state.DaySeen[day] + 1, DayMemory), DayMemory);
        state.Week[week] += (value - state.Week[week]) / Math.Min(state.WeekSeen[week] = Math.Min(state.WeekSeen[week] + 1, WeekMemory), WeekMemory);
    }

    private static (int Day, int Week) Places(DateTime at)
    {
        var minute = (int)(at.TimeOfDay.Ticks / TimeSpan.TicksPerMinute);
        return (minute / 15, (int)at.DayOfWeek * 48 + minute / 30);
    }
}
