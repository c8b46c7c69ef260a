namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>How much creators of one kind (their own category) show products of a node, against all creators; drawn to 1 where few are known.</summary>
internal sealed class CategoryAffinity
{
    private const double Prior = 10;
    private readonly Dictionary<(string Kind, int Node), double> _both = [];
    private readonly Dictionary<string, double> _kinds = [];
    private readonly Dictionary<int, double> _nodes = [];
    private readonly double _all;

    public CategoryAffinity(Snapshot snapshot)
    {
        for (var c = 0; c < snapshot.Creators.Count; c++)
        {
            var kind = snapshot.Features.History.Creators[c].Category ?? "";
            foreach (var (node, count) in snapshot.Creators[c].NodeProducts)
            {
                _both[(kind, node)] = _both.GetValueOrDefault((kind, node)) + count;
                _nodes[node] = _nodes.GetValueOrDefault(node) + count;
            }
            _kinds[kind] = _kinds.GetValueOrDefault(kind) + snapshot.Creators[c].New;
            _all += snapshot.Creators[c].New;
        }
    }

    /// <returns>Logarithm of the lift; 0 where nothing is known.</returns>
    public double Lift(string? kind, int node)
    {
        if (node < 0 || _all == 0 || !_nodes.TryGetValue(node, out var shown) || !_kinds.TryGetValue(kind ?? "", out var made)) return 0;
        var expected = shown * made / _all;
        return Math.Log((_both.GetValueOrDefault((kind ?? "", node)) + Prior) / (expected + Prior));
    }
}
