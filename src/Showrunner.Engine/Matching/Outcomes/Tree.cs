namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>One tree: node 0 is the root; every node knows what it would say if it were a leaf.</summary>
internal sealed class Tree
{
    private readonly List<(int Feature, double Limit, int Left, double Value)> _nodes = [];

    public int Add(double value)
    {
        _nodes.Add((-1, 0, -1, value));
        return _nodes.Count - 1;
    }

    /// <summary>Rows up to the limit go left; the right child stands behind the left one.</summary>
    public int Split(int node, int feature, double limit, double left, double right)
    {
        var at = Add(left);
        Add(right);
        _nodes[node] = (feature, limit, at, _nodes[node].Value);
        return at;
    }

    public double Root => _nodes[0].Value;

    public double Value(ReadOnlySpan<double> row)
    {
        var node = _nodes[0];
        while (node.Feature >= 0) node = _nodes[row[node.Feature] <= node.Limit ? node.Left : node.Left + 1];
        return node.Value;
    }

    /// <summary>What each step on the path changed, put to the feature that was asked there (Saabas, 2014).</summary>
    public void Explain(ReadOnlySpan<double> row, Span<double> parts)
    {
        var node = _nodes[0];
        while (node.Feature >= 0)
        {
            var next = _nodes[row[node.Feature] <= node.Limit ? node.Left : node.Left + 1];
            parts[node.Feature] += next.Value - node.Value;
            node = next;
        }
    }
}
