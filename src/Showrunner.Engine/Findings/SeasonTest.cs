namespace Showrunner.Engine.Findings;

/// <summary>
/// Does one day stand out from what its weekday, its place in the month and the path of the days before it promise? The logarithms of a
/// daily series are taken apart into a line, an effect of each weekday and one of each day of the month, turn by turn and by medians
/// (backfitting, Friedman and Stuetzle 1981, with the medians of Tukey's polish, 1977), so that single exceptional days bend none of them.
/// The usual error is the median distance from their sum.
/// </summary>
public sealed class SeasonTest
{
    /// <summary>Fewer days are not taken apart.</summary>
    public const int Fewest = 42;
    private const int Turns = 4, MonthReach = 1, Effects = 18;
    private readonly double[] _weekday = new double[7], _month = new double[32];
    private readonly double _level, _slope, _error;
    private readonly DateOnly _first;
    private readonly int _count;

    /// <param name="first">Day of the first value.</param>
    /// <param name="history">One value a day, none below 0, in any unit; at least <see cref="Fewest"/>.</param>
    /// <exception cref="ArgumentException">There are fewer days.</exception>
    public SeasonTest(DateOnly first, IReadOnlyList<double> history)
    {
        if (history.Count < Fewest) throw new ArgumentException($"{history.Count} days are too few: {Fewest} are needed.", nameof(history));
        (_first, _count) = (first, history.Count);
        var logs = history.Select(Log).ToArray();
        for (var turn = 0; turn < Turns; turn++)
        {
            (_level, _slope) = Line([.. logs.Select((y, t) => y - _weekday[Weekday(t)] - _month[first.AddDays(t).Day])]);
            for (var weekday = 0; weekday < 7; weekday++) _weekday[weekday] = MedianOf(logs, t => Weekday(t) == weekday, t => _month[first.AddDays(t).Day]);
            for (var day = 1; day <= 31; day++) _month[day] = MedianOf(logs, t => Near(first.AddDays(t).Day, day), t => _weekday[Weekday(t)]);
        }
        var residuals = logs.Select((y, t) => Math.Abs(y - Usual(t))).ToArray();
        _error = TrendTest.NormalPerMedian * TrendTest.Median(residuals) * Math.Sqrt(_count / (double)Math.Max(1, _count - Effects));
    }

    /// <summary>Judges a day after the history.</summary>
    /// <param name="day">Which.</param>
    /// <param name="observed">Its value.</param>
    /// <param name="leastError">An error that is always to be reckoned with, as a share, e.g. 0.04.</param>
    public Verdict Of(DateOnly day, double observed, double leastError)
    {
        var usual = Usual(day.DayNumber - _first.DayNumber);
        var error = Math.Max(leastError, _error);
        var score = (Log(observed) - usual) / error;
        return new Verdict(observed, Back(usual), Back(usual - 2 * error), Back(usual + 2 * error), score, Significance.TwoSided(score, Math.Max(1, _count - Effects)));
    }

    private double Usual(int t) => _level + _slope * t + _weekday[Weekday(t)] + _month[_first.AddDays(t).Day];
    private int Weekday(int t) => (int)_first.AddDays(t).DayOfWeek;

    /// <summary>A few months know each day of the month only a few times: its neighbours speak for it too.</summary>
    private static bool Near(int one, int other) => Math.Min(Math.Abs(one - other), 31 - Math.Abs(one - other)) <= MonthReach;

    private double MedianOf(double[] logs, Func<int, bool> which, Func<int, double> other)
    {
        var rest = Enumerable.Range(0, logs.Length).Where(which).Select(t => logs[t] - _level - _slope * t - other(t)).ToArray();
        return rest.Length == 0 ? 0 : TrendTest.Median(rest);
    }

    /// <summary>Through the medians of the slopes and levels (Theil 1950, Sen 1968).</summary>
    private static (double Level, double Slope) Line(double[] values)
    {
        List<double> slopes = [];
        for (var i = 0; i < values.Length; i++)
            for (var j = i + 7; j < values.Length; j += 7) slopes.Add((values[j] - values[i]) / (j - i));
        var slope = TrendTest.Median(slopes);
        return (TrendTest.Median([.. values.Select((y, t) => y - slope * t)]), slope);
    }

    private static double Log(double value) => Math.Log(value + 0.5);
    private static double Back(double log) => Math.Max(0, Math.Exp(log) - 0.5);
}
