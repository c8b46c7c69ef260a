namespace Showrunner.Engine.Live.Streams;

/// <summary>
/// Watches one stream of numbers, value by value, at any interval and with gaps. Each value is compared with what is usual at its time; nine statistics of the deviation (single,
/// over a short and a long stretch, its steps and their mean) are judged by what each of them was before, so that no distribution and no independence has to be assumed: a
/// deviation that the stream makes every week is as usual as the stream makes it. The rarest counts, times nine (Bonferroni). Judging short stretches by their own past follows
/// Ahmad, Lavin, Purdy and Agha, "Unsupervised real-time anomaly detection for streaming data" (2017); extrapolating beyond the largest value Siffer, Fouque, Termier and
/// Largouet, "Anomaly detection in streams with extreme value theory" (2017). What was told is not told again until it fades or something ten times as rare comes.
/// </summary>
public sealed class StreamWatch
{
    private const int Tests = (int)Oddity.Still;
    private const double LeastOfRange = 0.01, TenTimes = 1, ScoreHalf = 3, GapOfPauses = 5;
    private readonly WatchSettings _settings;
    private readonly WatchState _state;

    /// <param name="settings">How to watch; the defaults for null.</param>
    /// <param name="from">Where an earlier watch stopped; null to begin anew. It is copied.</param>
    public StreamWatch(WatchSettings? settings = null, WatchState? from = null) => (_settings, _state) = (settings ?? new WatchSettings(), from?.Copy() ?? new WatchState());

    /// <summary>What to store: a copy of the state after the last value.</summary>
    public WatchState Save() => _state.Copy();

    /// <summary>Judges a value by those before it, then learns from it.</summary>
    /// <param name="at">When, by the clock whose days and weeks may matter. A time not after the last one counts as a value like any other.</param>
    /// <param name="value">In any unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number; nothing is learned.</exception>
    public Watched Add(DateTime at, double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "A value to watch is a finite number.");
        var s = _state;
        if (s.Count++ == 0)
        {
            (s.Level, s.Least, s.Most, s.Last) = (value, value, value, at);
            return new Watched(0, 1, false, Oddity.None, value, value, value, value);
        }
        Span<double> guesses = stackalloc double[Baseline.Guesses];
        var best = Baseline.Guess(s, at, guesses);
        var usual = guesses[best];
        var floor = Math.Max(LeastOfRange * (s.Most - s.Least), 1e-9 * Math.Abs(s.Most));
        var (gap, path) = (IsGap(at), s.Paths[best]);
        var (low, high) = (usual - Math.Max(path.Tails[1].Level, floor), usual + Math.Max(path.Tails[0].Level, floor));
        Span<double> statistics = stackalloc double[Tests];
        var (odd, chance, step) = (Oddity.None, 1.0, 0.0);
        for (var i = 0; i < Baseline.Guesses; i++)
        {
            if (i != best && !Baseline.Knows(s, at, i)) continue;
            Measure(s.Paths[i], value - guesses[i], gap, floor, statistics);
            if (i == best)
            {
                (odd, chance) = Rarest(path, statistics, floor);
                step = statistics[(int)Oddity.Leap - 1];
            }
            Learn(s.Paths[i], statistics, floor);
        }
        Baseline.Learn(s, at, value, guesses, best, floor, _settings.Memory);
        (s.Last, s.Least, s.Most) = (at, Math.Min(s.Least, value), Math.Max(s.Most, value));
        return Tell(path, value, usual, low, high, odd, chance, step);
    }

    private bool IsGap(DateTime at)
    {
        var pause = (at - _state.Last).TotalSeconds;
        var gap = _state.Pause > 0 && pause > GapOfPauses * _state.Pause;
        if (pause > 0) _state.Pause = _state.Pause <= 0 ? pause : _state.Pause * Math.Exp(0.05 * Math.Sign(pause - _state.Pause));
        return gap;
    }

    private void Measure(PathState path, double deviation, bool gap, double floor, Span<double> statistics)
    {
        // Over a gap nobody knows the step; it is left out rather than judged.
        var step = gap ? 0 : Math.Abs(deviation - path.Deviation);
        path.Count++;
        path.Deviation = deviation;
        path.ShortMean += (deviation - path.ShortMean) * 2 / (_settings.Short + 1);
        path.LongMean += (deviation - path.LongMean) * 2 / (_settings.Long + 1);
        if (!gap) path.StepMean += (step - path.StepMean) * Math.Max(1.0 / path.Count, 2.0 / (_settings.Long + 1));
        path.UsualStep += (step - path.UsualStep) * Math.Max(1.0 / path.Count, 2.0 / _settings.Memory);
        ReadOnlySpan<double> both = [deviation, path.ShortMean, path.LongMean];
        for (var i = 0; i < both.Length; i++) (statistics[2 * i], statistics[2 * i + 1]) = (Math.Max(0, both[i]), Math.Max(0, -both[i]));
        (statistics[6], statistics[7]) = (step, path.StepMean);
        statistics[8] = floor > 0 ? floor / (path.StepMean + 0.1 * floor) : 0;
    }

    private static (Oddity Odd, double Chance) Rarest(PathState path, ReadOnlySpan<double> statistics, double floor)
    {
        var (odd, chance) = (Oddity.None, 1.0);
        for (var i = 0; i < Tests; i++)
            if (path.Tails[i].Chance(statistics[i], Floor(i, floor)) is var one && one < chance) (odd, chance) = ((Oddity)(i + 1), one);
        return (odd, Math.Min(1, chance * Tests));
    }

    private static void Learn(PathState path, ReadOnlySpan<double> statistics, double floor)
    {
        for (var i = 0; i < Tests; i++) path.Tails[i].Learn(statistics[i], Floor(i, floor));
    }

    // Stillness is a share of the floor already.
    private static double Floor(int test, double floor) => test == Tests - 1 ? 1 : floor;

    private Watched Tell(PathState path, double value, double usual, double low, double high, Oddity odd, double chance, double step)
    {
        var s = _state;
        var (seen, typical) = odd switch
        {
            Oddity.HighLately or Oddity.LowLately => (usual + path.ShortMean, usual),
            Oddity.HighForLong or Oddity.LowForLong => (usual + path.LongMean, usual),
            Oddity.Leap => (step, path.UsualStep),
            Oddity.Restless or Oddity.Still => (path.StepMean, path.UsualStep),
            _ => (value, usual),
        };
        if (path.Count < _settings.Learning) return new Watched(0, 1, false, Oddity.None, value, usual, low, high);
        var rarity = -Math.Log10(Math.Max(chance, 1e-300));
        var told = s.Told * Math.Max(0, 1 - (s.Count - s.ToldAt) / (double)_settings.Quiet);
        var news = rarity > told + TenTimes;
        var alarm = news && chance <= _settings.Rate;
        if (news && rarity >= 2) (s.Told, s.ToldAt) = (rarity, s.Count);
        return new Watched(news ? rarity / (rarity + ScoreHalf) : 0, chance, alarm, rarity > 0 ? odd : Oddity.None, seen, typical, low, high);
    }
}
