namespace Showrunner.Benchmarks.Live;

/// <summary>What a detector reaches in one profile.</summary>
/// <param name="Normalised">0 for one that says nothing, 100 for one that hits each window at its first row and nothing else.</param>
/// <param name="Raw">Sum over the series.</param>
/// <param name="Threshold">From this score on a row is an alarm: the best one for all series together.</param>
/// <param name="BySeries">The raw score of each series at that threshold, in their order.</param>
/// <param name="Hit">Windows with an alarm.</param>
/// <param name="FalseAlarms">Rows with an alarm outside windows.</param>
internal sealed record NabResult(double Normalised, double Raw, double Threshold, double[] BySeries, int Hit, int FalseAlarms);

/// <summary>
/// The scoring of Lavin and Ahmad, "Evaluating real-time anomaly detection algorithms – the Numenta anomaly benchmark" (2015): the first alarm in a
/// window earns by how early it comes, every alarm outside costs, less when just behind a window; the first 15 % of a series (of 5,000 rows at most) do not count.
/// </summary>
internal static class NabScore
{
    private const double Probation = 0.15;
    private const int ProbationRows = 5000;

    /// <param name="scores">For each series one score per row; higher is stranger.</param>
    /// <param name="threshold">Null for the best one.</param>
    public static NabResult Of(IReadOnlyList<NabSeries> series, IReadOnlyList<double[]> scores, NabProfile profile, double? threshold = null)
    {
        List<(double Score, int Series, int Window, double Worth)> rows = [];
        var best = new Dictionary<(int, int), double>();
        for (var s = 0; s < series.Count; s++) Collect(series[s], scores[s], s, profile, rows, best);
        rows.RemoveAll(r => r.Score < threshold);
        rows.Sort((a, b) => b.Score.CompareTo(a.Score));
        var now = new double[series.Count];
        foreach (var ((s, _), loss) in best) now[s] += loss;
        var (none, perfect) = Bounds(series, profile);
        var (sum, hit, wrong) = (none, 0, 0);
        var top = new NabResult(0, sum, double.PositiveInfinity, [.. now], 0, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            var (score, s, window, worth) = rows[i];
            var gain = worth;
            if (window < 0) wrong++;
            else
            {
                var had = best[(s, window)];
                if (had == -profile.Miss) hit++;
                best[(s, window)] = Math.Max(had, worth);
                gain = Math.Max(had, worth) - had;
            }
            (now[s], sum) = (now[s] + gain, sum + gain);
            // Rows of one score are alarms together or not at all.
            if (i + 1 < rows.Count && rows[i + 1].Score == score) continue;
            if (sum > top.Raw || threshold is not null) top = new NabResult(0, sum, score, [.. now], hit, wrong);
        }
        return top with { Normalised = Normalise(top.Raw, none, perfect) };
    }

    /// <summary>What saying nothing costs, and what hitting all windows at once is worth.</summary>
    public static (double None, double Perfect) Bounds(IReadOnlyList<NabSeries> series, NabProfile profile)
    {
        var windows = series.Sum(s => s.Windows.Count(w => w.Last >= FirstCounted(s)));
        return (-profile.Miss * windows, profile.Hit * series.Sum(s => s.Windows.Length));
    }

    public static double Normalise(double raw, double none, double perfect) => 100 * (raw - none) / (perfect - none);

    private static int FirstCounted(NabSeries series) => (int)Math.Ceiling(Math.Min(Math.Floor(Probation * series.Values.Length), Probation * ProbationRows));

    private static void Collect(NabSeries series, double[] scores, int number, NabProfile profile, List<(double, int, int, double)> rows, Dictionary<(int, int), double> best)
    {
        var (from, next) = (FirstCounted(series), 0);
        for (var i = 0; i < series.Values.Length; i++)
        {
            while (next < series.Windows.Length && i > series.Windows[next].Last) next++;
            var inside = next < series.Windows.Length && i >= series.Windows[next].First;
            if (i < from) continue;
            if (inside)
            {
                var (first, last) = series.Windows[next];
                rows.Add((scores[i], number, next, profile.Hit * Sigmoid(-(last - i + 1.0) / (last - first + 1)) / Sigmoid(-1)));
                best[(number, next)] = -profile.Miss;
                continue;
            }
            var past = 3.0;
            if (next > 0) past = (i - series.Windows[next - 1].Last) / (double)(series.Windows[next - 1].Last - series.Windows[next - 1].First);
            rows.Add((scores[i], number, -1, profile.False * (past >= 3 ? -1 : Sigmoid(past))));
        }
    }

    /// <summary>From nearly 1 at −1, the beginning of a window, over 0 at its end to −1 far behind it.</summary>
    private static double Sigmoid(double position) => 2 / (1 + Math.Exp(5 * position)) - 1;
}
