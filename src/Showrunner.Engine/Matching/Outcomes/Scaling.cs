namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>Means and standard deviations of the columns, so that a penalty means the same for each; a column that never varies counts nothing.</summary>
internal sealed class Scaling
{
    private Scaling(double[] means, double[] perUnit) => (Means, PerUnit) = (means, perUnit);

    public double[] Means { get; }
    public double[] PerUnit { get; }

    public static Scaling Of(FeatureTable table, IReadOnlyList<double>? weights)
    {
        var (means, squares) = (new double[table.Width], new double[table.Width]);
        double total = 0;
        for (var i = 0; i < table.Count; i++)
        {
            var row = table[i];
            var weight = weights?[i] ?? 1;
            total += weight;
            for (var c = 0; c < row.Length; c++) means[c] += weight * row[c];
        }
        for (var c = 0; c < means.Length; c++) means[c] /= total;
        for (var i = 0; i < table.Count; i++)
        {
            var row = table[i];
            var weight = weights?[i] ?? 1;
            for (var c = 0; c < row.Length; c++) squares[c] += weight * (row[c] - means[c]) * (row[c] - means[c]);
        }
        return new Scaling(means, [.. squares.Select((s, c) => Math.Sqrt(s / total) is var deviation && deviation > 1e-9 * (1 + Math.Abs(means[c])) ? 1 / deviation : 0)]);
    }

    public void Apply(ReadOnlySpan<double> row, Span<double> to)
    {
        for (var c = 0; c < row.Length; c++) to[c] = (row[c] - Means[c]) * PerUnit[c];
    }
}
