namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>
/// Which creators will take up a product: learned from earlier days of the same history, at each of which the features are what was known then and the
/// answers are the pairs that began in the days after it.
/// </summary>
public sealed class PairRanker
{
    private readonly BoostedTrees _trees;

    private PairRanker(BoostedTrees trees) => _trees = trees;

    /// <param name="until">Nothing of this day or later is used, neither as a feature nor as an answer.</param>
    /// <returns>Null where the history is too short to learn from: no new pair after any cut.</returns>
    public static PairRanker? Train(PairFeatures features, int until, RankerOptions options)
    {
        if (options.Window < 1 || options.Step < 1 || options.Cuts < 1 || options.LeastShare is not (>= 0 and < 0.5))
            throw new ArgumentException($"{options}: window, step and cuts are at least 1, the least share is below a half.", nameof(options));
        var history = features.History;
        var table = new FeatureTable(PairFeatures.Names, 1024);
        List<double> labels = [];
        List<int> groups = [];
        var row = new double[PairFeatures.Names.Count];
        var group = 0;
        for (var (cut, cuts) = (until - options.Window, 0); history.Events.Count > 0 && cut > history.Events[0].Day && cuts < options.Cuts; cut -= options.Step, cuts++)
        {
            var snapshot = features.At(cut);
            foreach (var (product, takers) in Begun(history, snapshot, cut, cut + options.Window))
            {
                var view = snapshot.For(product);
                for (var c = 0; c < history.Creators.Count; c++)
                {
                    if (!snapshot.Open(c, product)) continue;
                    view.Fill(c, row);
                    table.Add(row);
                    labels.Add(takers.Contains(c) ? 1 : 0);
                    groups.Add(group);
                }
                group++;
            }
        }
        if (table.Count == 0) return null;
        var least = Math.Max(options.Trees.LeastRows, (int)(options.LeastShare * table.Count));
        return new PairRanker(BoostedTrees.FitOrder(table, labels, groups, options.Trees with { LeastRows = least }));
    }

    /// <summary>By product, the creators whose first showing of it fell on days from one up to, not including, another, and who had been active before.</summary>
    public static SortedDictionary<int, HashSet<int>> Begun(MatchHistory history, Snapshot snapshot, int from, int to)
    {
        var begun = new SortedDictionary<int, HashSet<int>>();
        foreach (var e in history.Events)
        {
            if (e.Day < from || e.Day >= to) continue;
            var (creator, product) = (history.Creator(e.Creator), history.Product(e.Product));
            if (!snapshot.Open(creator, product)) continue;
            if (!begun.TryGetValue(product, out var takers)) begun[product] = takers = [];
            takers.Add(creator);
        }
        return begun;
    }

    /// <param name="row">As <see cref="ProductView.Fill"/> fills it.</param>
    /// <returns>Comparable between creators of one product on one day.</returns>
    public double Score(ReadOnlySpan<double> row) => _trees.Score(row);

    /// <summary>The score, feature by feature.</summary>
    public Explanation Explain(ReadOnlySpan<double> row) => _trees.Explain(row);

    /// <summary>Active creators who had not shown the product, best first; equal scores in the order of their ids.</summary>
    public IReadOnlyList<(int Creator, double Score)> Rank(Snapshot snapshot, int product, int top)
    {
        var view = snapshot.For(product);
        var row = new double[PairFeatures.Names.Count];
        List<(int Creator, double Score)> scored = [];
        for (var c = 0; c < snapshot.Features.History.Creators.Count; c++)
        {
            if (!snapshot.Open(c, product)) continue;
            view.Fill(c, row);
            scored.Add((c, Score(row)));
        }
        return [.. scored.OrderByDescending(s => s.Score).ThenBy(s => s.Creator).Take(top)];
    }
}
