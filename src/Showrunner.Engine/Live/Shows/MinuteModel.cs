namespace Showrunner.Engine.Live.Shows;

/// <summary>
/// What is usual of one figure minute by minute, how far it strays, and what evidence for trouble shows that go as usual bring now and then. The next minute is expected at the
/// curve's rate times the show's own recent level; values vary like counts in some unit whose mean itself varies (negative binomial), so that a few orders and
/// thousands of viewers are judged alike. Evidence adds up as in Page's cumulative sum (1954), which is optimal for a given rate of false alarms (Lorden 1971, Moustakides 1986);
/// that rate is not taken from theory but from a replay of past shows, and beyond those from the tail of their peaks (exponential, as in peaks over threshold, Pickands 1975).
/// </summary>
public sealed record MinuteModel
{
    internal const int FirstMinute = 5, FirstAlone = 15;
    internal const double DropTo = 0.25, SpikeTo = 3;
    internal const double MostEvidence = 40;
    private const double Bet = 0.25, Caution = 2;
    private const int TailPeaks = 10;

    public required MinuteTest Test { get; init; }
    public required ShowCurve Curve { get; init; }
    /// <summary>Average minute of past shows, in the figure's unit.</summary>
    public required double UsualMinute { get; init; }
    /// <summary>Minutes after which a show's own past counts half.</summary>
    public required double HalfLife { get; init; }
    /// <summary>How many minutes of a show past shows count for.</summary>
    public required double PriorMinutes { get; init; }
    /// <summary>The variance of a minute is Unit × mean + Noise × mean².</summary>
    public required double Unit { get; init; }
    public required double Noise { get; init; }
    /// <summary>How much of the evidence is by rank rather than by the assumed distribution, 0 to 1: as past shows are best told apart from troubles planted in them.</summary>
    public required double RankStake { get; init; }
    /// <summary>How rare minutes were by rank.</summary>
    public required MinuteRanks Ranks { get; init; }
    /// <summary>The largest peaks of evidence in a replay of past shows, falling; and how many hours were replayed.</summary>
    public required double[] Peaks { get; init; }
    public required double Hours { get; init; }

    /// <summary>Learns from past shows; the order does not matter.</summary>
    /// <param name="shows">Shows that went as usual, or nearly all of them.</param>
    /// <param name="whose">Whose show will be watched.</param>
    /// <param name="category">Its category.</param>
    /// <param name="test">For what.</param>
    public static MinuteModel Learn(IEnumerable<PastShow> shows, string whose, string category, MinuteTest test) => MinuteFit.Of(PastShow.Sort(shows), whose, category, test);

    /// <summary>What is usual in the next minute, in the figure's unit, and its standard deviation.</summary>
    public (double Usual, double Deviation) Next(MinuteState state, int length, bool? pinned)
    {
        var usual = Curve.Rate(state.Minute, length, pinned) * (state.Had + PriorMinutes * UsualMinute) / (state.Expected + PriorMinutes);
        return (usual, Math.Sqrt(UnitOf(state) * usual + Noise * usual * usual));
    }

    /// <summary>Takes the next minute in.</summary>
    /// <param name="state">After the minute before; the default at the start.</param>
    /// <param name="value">Of the minute, not below 0; NaN when nothing is known of it, which only silence takes for nothing.</param>
    /// <param name="length">Minutes of the whole show as planned.</param>
    /// <param name="pinned">Whether a product is pinned; null when not known.</param>
    public MinuteState After(MinuteState state, double value, int length, bool? pinned)
    {
        var (usual, deviation) = Next(state, length, pinned);
        var unit = UnitOf(state);
        var silent = Test == MinuteTest.Silence;
        if (double.IsNaN(value) && !silent) return state with { Minute = state.Minute + 1 };
        var seen = double.IsNaN(value) ? 0 : value;
        var evidence = state.Minute < (Hours >= 1 ? FirstMinute : FirstAlone) ? 0 : silent ? seen > 0 ? 0 : state.Evidence + Silent(usual, unit) : Math.Clamp(state.Evidence + Gain(seen, usual, unit), 0, MostEvidence);
        var begins = state.Evidence <= 0;
        // Trouble is not to become usual while it lasts: what strays far counts only as far as three deviations.
        var (keep, rate) = (Math.Pow(0.5, 1 / HalfLife), Curve.Rate(state.Minute, length, pinned));
        var learned = state.Minute < FirstMinute || usual <= 0 ? seen : silent && seen == 0 ? usual : Math.Clamp(seen, Math.Max(0, usual - 3 * deviation), usual + 3 * deviation);
        return new MinuteState(state.Minute + 1, state.Had * keep + learned, state.Expected * keep + rate, evidence,
            evidence <= 0 ? 0 : begins ? state.Minute : state.Since, evidence <= 0 ? 0 : (begins ? 0 : state.Seen) + seen, evidence <= 0 ? 0 : (begins ? 0 : state.Usual) + usual,
            evidence <= 0 ? 0 : (begins ? 0 : state.Counted) + 1, evidence > 0 && state.Told, state.Strayed * keep + (usual > 0 ? (seen - usual) * (seen - usual) / usual : 0), state.Walked * keep + 1);
    }

    /// <summary>Where no past says how far minutes stray, the show itself has to.</summary>
    private double UnitOf(MinuteState state) => Hours >= 1 ? Unit : Math.Max(Unit, Caution * state.Strayed / Math.Max(1, state.Walked));

    /// <summary>How many excursions of the evidence reach this height in an hour as usual.</summary>
    public double FalsePerHour(double evidence)
    {
        // Theory's bound for one minute after the other, where no past says more.
        if (Peaks.Length < TailPeaks || Hours < 1) return 60 * Math.Exp(-evidence);
        var threshold = Peaks[TailPeaks - 1];
        // Counted peaks are a sample: one standard error is added.
        if (evidence <= threshold) return WithError(Peaks.Count(p => p >= evidence)) / Hours;
        var excess = Math.Max(1, Peaks.Take(TailPeaks).Average(p => p - threshold));
        return WithError(TailPeaks) / Hours * Math.Exp(-(evidence - threshold) / excess);
    }

    private static double WithError(int count) => count + Math.Sqrt(count);

    /// <summary>
    /// Part of the stake lies on the ratio of likelihoods, part on the rank: Bet × chance to the power of Bet − 1, a bet that is fair when nothing is wrong (Vovk and Wang 2021).
    /// </summary>
    private double Gain(double seen, double usual, double unit)
    {
        if (usual <= 0) return 0;
        if (RankStake <= 0) return Likelihood(seen, usual, unit);
        var byRank = Bet * Math.Pow(Ranks.Chance(seen, usual), Bet - 1);
        return RankStake >= 1 ? Math.Log(byRank) : Math.Log((1 - RankStake) * Math.Exp(Math.Min(MostEvidence, Likelihood(seen, usual, unit))) + RankStake * byRank);
    }

    private double Likelihood(double seen, double usual, double least)
    {
        var to = Test == MinuteTest.Drop ? DropTo : SpikeTo;
        var (unit, shape) = (Math.Max(least, 1e-9), 1 / Math.Max(Noise, 1e-4));
        var mean = usual / unit;
        return seen / unit * Math.Log(to * (shape + mean) / (shape + to * mean)) - shape * Math.Log((shape + to * mean) / (shape + mean));
    }

    /// <summary>Minus the logarithm of the chance of nothing.</summary>
    private double Silent(double usual, double unit)
    {
        var shape = 1 / Math.Max(Noise, 1e-4);
        return shape * Math.Log(1 + usual / Math.Max(unit, 1e-9) / shape);
    }
}
