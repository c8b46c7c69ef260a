using Showrunner.Engine.Matching.Content;

namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>
/// What speaks for a creator with a product, from nothing but what was known on a day: showings before that day, their sales from the day on which they are
/// known, and the facts. Every feature is finite for everybody, also for those without any history.
/// </summary>
public sealed class PairFeatures
{
    private readonly SparseVector[] _productTexts, _bios;
    private readonly SparseVector?[] _eventTexts;
    private readonly Dictionary<int, List<(int Product, float Value)>> _byRun = [];

    public PairFeatures(MatchHistory history)
    {
        History = history;
        Nodes = new Nodes(history.Products);
        // Weights of runs come from what is sold, not from what happened: later events must not change earlier features.
        var texts = TextVectors.Fit(history.Products.Select(p => p.Text).Where(t => !string.IsNullOrEmpty(t)));
        _productTexts = [.. history.Products.Select(p => texts.Of(p.Text))];
        _bios = [.. history.Creators.Select(c => texts.Of(c.Bio))];
        _eventTexts = [.. history.Events.Select(e => string.IsNullOrEmpty(e.Text) ? null : texts.Of(e.Text))];
        for (var p = 0; p < _productTexts.Length; p++)
            for (var i = 0; i < _productTexts[p].Count; i++)
            {
                if (!_byRun.TryGetValue(_productTexts[p].Positions[i], out var list)) _byRun[_productTexts[p].Positions[i]] = list = [];
                list.Add((p, _productTexts[p].Values[i]));
            }
    }

    public MatchHistory History { get; }

    internal Nodes Nodes { get; }

    /// <summary>The features of <see cref="ProductView.Fill"/>, in its order.</summary>
    public static IReadOnlyList<string> Names => ProductView.FeatureNames;

    /// <summary>All that was known before a day began.</summary>
    public Snapshot At(int day) => new(this, day);

    internal SparseVector ProductText(int product) => _productTexts[product];

    internal SparseVector Bio(int creator) => _bios[creator];

    internal SparseVector? EventText(int at) => _eventTexts[at];

    /// <summary>Products whose texts have something in common with this one, with their likeness.</summary>
    internal Dictionary<int, double> Alike(int product)
    {
        Dictionary<int, double> alike = [];
        var text = _productTexts[product];
        for (var i = 0; i < text.Count; i++)
            foreach (var (other, value) in _byRun[text.Positions[i]]) alike[other] = alike.GetValueOrDefault(other) + text.Values[i] * value;
        return alike;
    }
}
