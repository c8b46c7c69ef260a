namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>
/// Which creators will take up a product: learned from earlier days of the same history, at each of which the features are what was known then and the
/// answers are the pairs that began in the days after it.
/// </summary>
public sealed class PairRanker
{
    private readonly BoostedTrees[] _forests;

    private PairRanker(BoostedTrees[] forests) => _forests = forests;

    /// <param name="until">Nothing of this day or later is used, neither as a feature nor as an answer.</param>
    /// <returns>Null where the history is too short to learn from: no new pair after any cut.</returns>
    public static PairRanker? Train(PairFeatures features, int until, RankerOptions options)
    {
        if (options.Window < 1 || options.Step < 1 || options.Cuts < 1 || options.Forests < 1 || options.Products < 1 || options.Others < 1 || options.LeastShare is not (>= 0 and < 0.5))
            throw new ArgumentException($"{options}: everything counted is at least 1, the least share is below a half.", nameof(options));
        var cases = new Cases(features);
        var draw = new Draw(options.Seed);
        var first = features.History.Events.Count > 0 ? features.History.Events[0].Day : int.MaxValue;
        for (var (cut, cuts) = (until - options.Window, 0); cut > first && cuts < options.Cuts; cut -= options.Step, cuts++) cases.Add(cut, options, draw);
        if (cases.Table.Count == 0) return null;
        var least = Math.Max(options.Trees.LeastRows, (int)(options.LeastShare * cases.Table.Count));
        return new PairRanker([.. Enumerable.Range(options.Seed, options.Forests).Select(seed => BoostedTrees.FitOrder(cases.Table, cases.Labels, cases.Groups, options.Trees with { LeastRows = least, Seed = seed }))]);
    }

    /// <summary>Rows to learn from: creators of one product at one cut are a group.</summary>
    private sealed class Cases(PairFeatures features)
    {
        private readonly double[] _row = new double[PairFeatures.Names.Count];
        private int _group;

        public FeatureTable Table { get; } = new(PairFeatures.Names, 1024);
        public List<double> Labels { get; } = [];
        public List<int> Groups { get; } = [];

        public void Add(int cut, RankerOptions options, Draw draw)
        {
            var snapshot = features.At(cut);
            var begun = Begun(features.History, snapshot, cut, cut + options.Window).ToArray();
            foreach (var at in draw.AtMost(begun.Length, options.Products))
            {
                var (product, takers) = begun[at];
                int[] others = [.. Enumerable.Range(0, features.History.Creators.Count).Where(c => !takers.Contains(c) && snapshot.Open(c, product))];
                var view = snapshot.For(product);
                foreach (var c in takers.Order().Concat(draw.AtMost(others.Length, options.Others).Select(i => others[i])))
                {
                    view.Fill(c, _row);
                    Table.Add(_row);
                    Labels.Add(takers.Contains(c) ? 1 : 0);
                    Groups.Add(_group);
                }
                _group++;
            }
        }
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
    public double Score(ReadOnlySpan<double> row)
    {
        double score = 0;
        foreach (var forest in _forests) score += forest.Score(row) / _forests.Length;
        return score;
    }

    /// <summary>The score, feature by feature.</summary>
    public Explanation Explain(ReadOnlySpan<double> row)
    {
        var explanation = _forests[0].Explain(row);
        for (var f = 1; f < _forests.Length; f++) explanation = Explanation.Mix(explanation, _forests[f].Explain(row), 1.0 / (f + 1));
        return explanation;
    }

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
