using Showrunner.Engine.Matching.Content;

namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>What was known of everybody before a day began.</summary>
public sealed class Snapshot
{
    private const double HalfLife = 28;
    private readonly CreatorState[] _creators;
    private readonly List<(int Creator, int First, int Last)>[] _shownBy;

    internal Snapshot(PairFeatures features, int day)
    {
        (Features, Day) = (features, day);
        var history = features.History;
        _creators = [.. history.Creators.Select(_ => new CreatorState())];
        _shownBy = [.. history.Products.Select(_ => new List<(int, int, int)>())];
        Posts28 = new double[history.Products.Count];
        var texts = new Dictionary<int, float>?[_creators.Length];
        for (var i = 0; i < history.Events.Count && history.Events[i].Day < day; i++)
        {
            var e = history.Events[i];
            var (creator, product) = (history.Creator(e.Creator), history.Product(e.Product));
            Take(_creators[creator], e, product);
            if (day - e.Day <= 28) Posts28[product]++;
            var weight = (float)Faded(e.Day);
            var text = texts[creator] ??= [];
            Mix(text, features.ProductText(product), weight);
            if (features.EventText(i) is { } title) Mix(text, title, weight);
        }
        for (var c = 0; c < _creators.Length; c++)
        {
            if (features.Bio(c) is { Count: > 0 } bio) Mix(texts[c] ??= [], bio, 1);
            if (texts[c] is { } text) _creators[c].Text = SparseVector.Of(text).Unit();
            foreach (var (product, seen) in _creators[c].Products)
            {
                _shownBy[product].Add((c, seen.First, seen.Last));
                _creators[c].New++;
                if (day - seen.First <= 7) _creators[c].New7++;
                if (day - seen.First <= 28) _creators[c].New28++;
            }
        }
        Affinity = new CategoryAffinity(this);
        Levels = new PeerLevels(_creators);
    }

    public int Day { get; }

    internal PairFeatures Features { get; }
    internal double[] Posts28 { get; }
    internal CategoryAffinity Affinity { get; }
    internal PeerLevels Levels { get; }

    internal IReadOnlyList<CreatorState> Creators => _creators;

    internal IReadOnlyList<(int Creator, int First, int Last)> ShownBy(int product) => _shownBy[product];

    /// <summary>Whether the creator had shown anything.</summary>
    public bool Active(int creator) => _creators[creator].Posts > 0;

    /// <summary>Whether the creator had shown this product.</summary>
    public bool Paired(int creator, int product) => _creators[creator].Products.ContainsKey(product);

    /// <summary>Whether the creator was active and had not shown this product: a pair that may begin.</summary>
    public bool Open(int creator, int product) => Active(creator) && !Paired(creator, product);

    /// <summary>The day from one product's side: features of every creator with it.</summary>
    public ProductView For(int product) => new(this, product);

    private double Faded(int day) => Math.Pow(2, (day - Day) / HalfLife);

    private void Take(CreatorState state, MatchEvent e, int product)
    {
        var age = Day - e.Day;
        if (state.Last != e.Day) state.Days++;
        (state.First, state.Last) = (Math.Min(state.First, e.Day), Math.Max(state.Last, e.Day));
        state.Posts++;
        if (age <= 7) state.Posts7++;
        else if (age <= 14) state.Posts7Before++;
        if (age <= 28) state.Posts28++;
        if (e.Channel == MatchChannel.Live) state.Live++;
        state.Length += e.Length ?? 0;
        if ((e.KnownFrom ?? e.Day) <= Day)
        {
            state.Known++;
            if (e.Units > 0) state.Sold++;
            (state.Units, state.Gmv) = (state.Units + e.Units, state.Gmv + e.Gmv);
        }
        var faded = Faded(e.Day);
        var isNew = !state.Products.TryGetValue(product, out var seen);
        state.Products[product] = (seen.Weight + faded, isNew ? e.Day : seen.First, e.Day);
        state.NodeWeight += faded;
        foreach (var node in Features.Nodes.Of[product].Distinct().Where(n => n >= 0))
        {
            state.Nodes[node] = state.Nodes.GetValueOrDefault(node) + faded;
            if (isNew) state.NodeProducts[node] = state.NodeProducts.GetValueOrDefault(node) + 1;
        }
        if (Features.History.Products[product].Price is { } price)
        {
            var log = Math.Log(price);
            state.PriceSum += faded * log;
            state.PriceSquares += faded * log * log;
            state.PriceWeight += faded;
        }
    }

    private static void Mix(Dictionary<int, float> into, SparseVector text, float weight)
    {
        for (var i = 0; i < text.Count; i++) into[text.Positions[i]] = into.GetValueOrDefault(text.Positions[i]) + weight * text.Values[i];
    }
}
