namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>How good an order is.</summary>
public static class Measures
{
    /// <summary>The share of pairs of a yes and a no in which the yes scores higher, ties half (Hanley and McNeil, 1982); a half where one side is missing.</summary>
    public static double Auc(IReadOnlyList<double> scores, IReadOnlyList<double> labels)
    {
        Pairs.Check(scores, labels);
        Pairs.Binary(labels);
        double below = 0, wins = 0, yes = labels.Sum(), no = labels.Count - yes;
        if (yes == 0 || no == 0) return 0.5;
        foreach (var tie in scores.Zip(labels).GroupBy(p => p.First).OrderBy(g => g.Key))
        {
            double tiedYes = tie.Sum(p => p.Second), tiedNo = tie.Count() - tiedYes;
            wins += tiedYes * (below + tiedNo / 2);
            below += tiedNo;
        }
        return wins / yes / no;
    }

    /// <summary>Precision at each yes, weighted by the recall it adds; tied scores share one threshold. 0 where there is no yes.</summary>
    public static double AveragePrecision(IReadOnlyList<double> scores, IReadOnlyList<double> labels)
    {
        Pairs.Check(scores, labels);
        Pairs.Binary(labels);
        double seen = 0, found = 0, sum = 0, yes = labels.Sum();
        if (yes == 0) return 0;
        foreach (var tie in scores.Zip(labels).GroupBy(p => p.First).OrderByDescending(g => g.Key))
        {
            var tiedYes = tie.Sum(p => p.Second);
            (seen, found) = (seen + tie.Count(), found + tiedYes);
            sum += tiedYes * found / seen;
        }
        return sum / yes;
    }

    /// <param name="hits">Whether each of the ranked is relevant, best first.</param>
    /// <param name="relevant">How many relevant ones there are at all, more than 0.</param>
    public static double Recall(IReadOnlyList<bool> hits, int relevant, int top) => (double)hits.Take(top).Count(h => h) / Positive(relevant);

    /// <summary>Discounted gain of binary relevance against the best order (Järvelin and Kekäläinen, 2002).</summary>
    /// <param name="hits">Whether each of the ranked is relevant, best first.</param>
    /// <param name="relevant">How many relevant ones there are at all, more than 0.</param>
    public static double Ndcg(IReadOnlyList<bool> hits, int relevant, int top)
    {
        double gain = 0, best = 0;
        for (var i = 0; i < Math.Min(top, hits.Count); i++) if (hits[i]) gain += 1 / Math.Log2(i + 2);
        for (var i = 0; i < Math.Min(top, Positive(relevant)); i++) best += 1 / Math.Log2(i + 2);
        return gain / best;
    }

    private static int Positive(int relevant) => relevant > 0 ? relevant : throw new ArgumentOutOfRangeException(nameof(relevant), relevant, "Nothing is relevant, so nothing can be found.");
}
