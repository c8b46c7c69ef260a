namespace Showrunner.Engine.Live.Shows;

/// <summary>What is usual, and where eight of ten shows lie.</summary>
/// <param name="Usual">In the figure's unit.</param>
/// <param name="Low">One show in ten lies below.</param>
/// <param name="High">One in ten above.</param>
public readonly record struct UsualValue(double Usual, double Low, double High);

/// <summary>
/// What is usual of a figure at each minute of a show, and by each minute, before anything is known of the show itself: the learned curve at the level of past shows, and how past
/// shows strayed from what the others said of them. Plain numbers, to be stored as they are.
/// </summary>
public sealed record ShowBaseline
{
    private const double Tail = 0.1, UnknownSpread = 0.9;
    private const int Handful = 5;

    public required ShowCurve Curve { get; init; }
    /// <summary>Usual average minute, in the figure's unit.</summary>
    public required double UsualMinute { get; init; }
    /// <summary>For each place along the course the factors below and above which a tenth of shows lies: of the minutes there, and of all until there.</summary>
    public required double[] AtLow { get; init; }
    public required double[] AtHigh { get; init; }
    public required double[] ByLow { get; init; }
    public required double[] ByHigh { get; init; }

    /// <summary>Learns from past shows, weighted as in <see cref="ShowCurve.Learn"/>; the order does not matter.</summary>
    public static ShowBaseline Learn(IEnumerable<PastShow> shows, string whose, string category)
    {
        var sorted = PastShow.Sort(shows);
        var (curve, weights, logs) = (CurveFit.Of(sorted, whose, category), sorted.Length == 0 ? [] : CurveFit.Weights(sorted, whose, category), sorted.Select(ForecastFit.Log).ToArray());
        var (at, by) = (Lists(), Lists());
        for (var i = 0; i < sorted.Length; i++)
        {
            var usual = ForecastFit.UsualMinute(sorted, logs, sorted[i].Whose, sorted[i].Category, sorted.Length > 1 ? i : -1);
            Compare(sorted[i], curve, usual, weights[i], at, by);
        }
        return new ShowBaseline
        {
            Curve = curve,
            UsualMinute = ForecastFit.UsualMinute(sorted, logs, whose, category),
            AtLow = Factors(at, Tail),
            AtHigh = Factors(at, 1 - Tail),
            ByLow = Factors(by, Tail),
            ByHigh = Factors(by, 1 - Tail),
        };
    }

    /// <summary>Of one minute: what is added in it, or what stands.</summary>
    /// <param name="minute">From 0.</param>
    /// <param name="length">Minutes of the show as planned, at least 1.</param>
    /// <param name="pinned">Whether a product is pinned; null when not known.</param>
    public UsualValue At(int minute, int length, bool? pinned = null) => With(UsualMinute * Curve.Rate(minute, length, pinned), Place(minute, length), AtLow, AtHigh);

    /// <summary>Of all that was added by the end of this minute.</summary>
    public UsualValue By(int minute, int length)
    {
        minute = Math.Clamp(minute, 0, length - 1);
        return With(UsualMinute * length * Curve.Shares(length)[minute], Place(minute, length), ByLow, ByHigh);
    }

    private static UsualValue With(double usual, int place, double[] low, double[] high) => new(usual, usual * low[place], usual * high[place]);

    private static int Place(int minute, int length) => Math.Clamp(minute * ShowCurve.Places / Math.Max(1, length), 0, ShowCurve.Places - 1);

    private static List<(double Log, double Weight)>[] Lists() => [.. Enumerable.Range(0, ShowCurve.Places).Select(_ => new List<(double, double)>())];

    private static void Compare(PastShow show, ShowCurve curve, double usual, double weight, List<(double, double)>[] at, List<(double, double)>[] by)
    {
        double[] seen = new double[ShowCurve.Places], expected = new double[ShowCurve.Places];
        for (var minute = 0; minute < show.Length; minute++)
        {
            if (double.IsNaN(show.Minutes[minute])) continue;
            var place = Place(minute, show.Length);
            seen[place] += show.Minutes[minute];
            expected[place] += usual * curve.Rate(minute, show.Length, show.IsPinned(minute));
        }
        var (had, was) = (0.0, 0.0);
        for (var place = 0; place < ShowCurve.Places; place++)
        {
            (had, was) = (had + seen[place], was + expected[place]);
            if (expected[place] > 0) at[place].Add((Log(seen[place], expected[place]), weight));
            if (was > 0) by[place].Add((Log(had, was), weight));
        }

        static double Log(double value, double of) => Math.Log((value + 0.02 * of) / (1.02 * of));
    }

    /// <summary>Weighted quantiles, with a handful of imagined shows that stray widely, lest few shows look alike by chance.</summary>
    private static double[] Factors(List<(double Log, double Weight)>[] places, double share) => [.. places.Select(place =>
    {
        var all = place.Concat(Enumerable.Range(0, Handful).Select(i => (Log: UnknownSpread * (i - Handful / 2) / (Handful / 2), Weight: 1.0))).Order().ToList();
        var rest = share * all.Sum(p => p.Weight);
        foreach (var (log, weight) in all)
            if ((rest -= weight) <= 0) return Math.Exp(share < 0.5 ? Math.Min(0, log) : Math.Max(0, log));
        return 1;
    })];
}
