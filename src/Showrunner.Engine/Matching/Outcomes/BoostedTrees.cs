namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>
/// A score as a sum of small trees, each grown on what the ones before leave open (gradient boosting, Friedman 2001 and 2002). The same seed and rows
/// give the same forest, in whatever order the rows come.
/// </summary>
public sealed class BoostedTrees
{
    private readonly double _start;
    private readonly Tree[] _trees;

    private BoostedTrees(IReadOnlyList<string> names, double start, Tree[] trees) => (Names, _start, _trees) = (names, start, trees);

    public IReadOnlyList<string> Names { get; }

    /// <summary>Learns the log-odds of a yes.</summary>
    /// <param name="labels">0 to 1 each.</param>
    /// <param name="weights">Not negative; null weighs all the same.</param>
    /// <exception cref="ArgumentException">No rows, labels or weights that do not fit, or options out of range.</exception>
    public static BoostedTrees Fit(FeatureTable table, IReadOnlyList<double> labels, TreeOptions options, IReadOnlyList<double>? weights = null)
    {
        table.Check(labels, weights, 0, 1);
        var order = LinearFit.Order(table, labels, weights);
        var (y, w) = (new double[order.Length], new double[order.Length]);
        for (var i = 0; i < order.Length; i++) (y[i], w[i]) = (labels[order[i]], weights?[order[i]] ?? 1);
        var share = (w.Zip(y).Sum(p => p.First * p.Second) + 0.5) / (w.Sum() + 1);
        return Grow(table, order, Math.Log(share / (1 - share)), options, (scores, slopes, curves) =>
        {
            for (var i = 0; i < scores.Length; i++)
            {
                var p = LogisticModel.Sigmoid(scores[i]);
                (slopes[i], curves[i]) = (w[i] * (p - y[i]), w[i] * p * (1 - p));
            }
        });
    }

    /// <summary>
    /// Learns an order within groups: the yeses of each are to take the most of its softmax (ListNet, Cao and others 2007). A group weighs by the root of
    /// its yeses, so that the many groups with one are heard. Scores compare within a group only.
    /// </summary>
    /// <param name="labels">0 or 1 each; a group without a yes says nothing.</param>
    /// <param name="groups">Each row's group, any number.</param>
    /// <exception cref="ArgumentException">No rows, labels or groups that do not fit, or options out of range.</exception>
    public static BoostedTrees FitOrder(FeatureTable table, IReadOnlyList<double> labels, IReadOnlyList<int> groups, TreeOptions options)
    {
        table.Check(labels, null, 0, 1);
        Pairs.Binary(labels);
        if (groups.Count != table.Count) throw new ArgumentException($"{groups.Count} groups for {table.Count} rows.", nameof(groups));
        var order = LinearFit.Order(table, labels, [.. groups.Select(g => (double)g)]);
        var lists = Enumerable.Range(0, order.Length).GroupBy(i => groups[order[i]]).OrderBy(g => g.Key)
            .Select(g => (Rows: g.ToArray(), Yes: g.Sum(i => labels[order[i]]))).ToArray();
        return Grow(table, order, 0, options, (scores, slopes, curves) =>
        {
            foreach (var (rows, yes) in lists)
            {
                if (yes == 0) continue;
                var highest = rows.Max(i => scores[i]);
                var (total, weight) = (rows.Sum(i => Math.Exp(scores[i] - highest)), Math.Sqrt(yes));
                foreach (var i in rows)
                {
                    var p = Math.Exp(scores[i] - highest) / total;
                    (slopes[i], curves[i]) = (weight * (p - labels[order[i]] / yes), weight * p * (1 - p));
                }
            }
        });
    }

    private static BoostedTrees Grow(FeatureTable table, int[] order, double start, TreeOptions options, Action<double[], double[], double[]> derive)
    {
        var grower = new TreeGrower(Bins.Of(table, order), options.Checked());
        var scores = Enumerable.Repeat(start, order.Length).ToArray();
        var (slopes, curves) = (new double[order.Length], new double[order.Length]);
        var draw = new Draw(options.Seed);
        var trees = new Tree[options.Trees];
        for (var t = 0; t < trees.Length; t++)
        {
            derive(scores, slopes, curves);
            var tree = trees[t] = grower.Grow(draw.Some(order.Length, options.Rows), draw.Some(table.Width, options.Columns), slopes, curves);
            Parallel.For(0, order.Length, i => scores[i] += tree.Value(table[order[i]]));
        }
        return new BoostedTrees(table.Names, start, trees);
    }

    /// <returns>Log-odds, or for an order the place on its scale.</returns>
    public double Score(ReadOnlySpan<double> row)
    {
        FeatureTable.Check(row, Names);
        var score = _start;
        foreach (var tree in _trees) score += tree.Value(row);
        return score;
    }

    /// <returns>0 to 1; means nothing for an order.</returns>
    public double Probability(ReadOnlySpan<double> row) => LogisticModel.Sigmoid(Score(row));

    /// <summary>The score, feature by feature: what the answers on the way through each tree changed.</summary>
    public Explanation Explain(ReadOnlySpan<double> row)
    {
        FeatureTable.Check(row, Names);
        var parts = new double[row.Length];
        foreach (var tree in _trees) tree.Explain(row, parts);
        var contributions = new Contribution[row.Length];
        for (var c = 0; c < row.Length; c++) contributions[c] = new Contribution(Names[c], row[c], parts[c]);
        return new Explanation(_start + _trees.Sum(t => t.Root), contributions);
    }
}
