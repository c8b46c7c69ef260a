namespace Showrunner.Engine.Findings;

/// <summary>
/// Is one's rate out of line with its peers'? Rates are compared as angles (the arcsine of their root), whose error hardly depends on
/// the rate; peers differ among themselves by more than chance, and that difference is reckoned with (method of moments).
/// </summary>
public static class PeerTest
{
    /// <param name="hits">How many of the cases, e.g. orders sent back; one per peer.</param>
    /// <param name="cases">How many cases, e.g. orders; same length.</param>
    /// <param name="fewest">Peers with fewer cases are not judged.</param>
    /// <returns>One verdict per peer, in hits; probability 1 for peers that are not judged.</returns>
    public static Verdict[] Of(IReadOnlyList<double> hits, IReadOnlyList<double> cases, double fewest)
    {
        if (hits.Count != cases.Count) throw new ArgumentException($"{hits.Count} hits for {cases.Count} peers.", nameof(cases));
        var judged = Enumerable.Range(0, cases.Count).Where(i => cases[i] >= fewest).ToArray();
        var all = cases.Sum();
        var rate = all > 0 ? hits.Sum() / all : 0;
        var centre = judged.Length > 0 ? TrendTest.Median([.. judged.Select(i => Angle(hits[i], cases[i]))]) : Math.Asin(Math.Sqrt(rate));
        // What the middle half of the peers spread more than chance.
        var between = 0.0;
        if (judged.Length >= 8)
        {
            var spread = TrendTest.NormalPerMedian * TrendTest.Median([.. judged.Select(i => Math.Abs(Angle(hits[i], cases[i]) - centre))]);
            between = Math.Max(0, spread * spread - TrendTest.Median([.. judged.Select(i => 0.25 / cases[i])]));
        }
        var verdicts = new Verdict[hits.Count];
        for (var i = 0; i < verdicts.Length; i++)
        {
            var expected = Math.Pow(Math.Sin(centre), 2) * cases[i];
            if (cases[i] < fewest || judged.Length < 4) { verdicts[i] = new Verdict(hits[i], expected, 0, cases[i], 0, 1); continue; }
            var error = Math.Sqrt(between + 0.25 / cases[i]);
            var score = (Angle(hits[i], cases[i]) - centre) / error;
            verdicts[i] = new Verdict(hits[i], expected, Back(centre - 2 * error) * cases[i], Back(centre + 2 * error) * cases[i], score, Significance.TwoSided(score, judged.Length - 1));
        }
        return verdicts;
    }

    private static double Angle(double hits, double cases) => Math.Asin(Math.Sqrt(Math.Clamp((hits + 0.375) / (cases + 0.75), 0, 1)));
    private static double Back(double angle) => Math.Pow(Math.Sin(Math.Clamp(angle, 0, Math.PI / 2)), 2);
}
