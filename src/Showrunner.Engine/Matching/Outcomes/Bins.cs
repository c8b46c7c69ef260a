namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>Every column cut into at most 64 bins of about as many rows each.</summary>
internal sealed class Bins
{
    public const int Most = 64;

    private Bins(double[][] limits, byte[][] columns) => (Limits, Columns) = (limits, columns);

    /// <summary>By column, the upper ends of all bins but the last.</summary>
    public double[][] Limits { get; }

    /// <summary>By column, the bin of each row.</summary>
    public byte[][] Columns { get; }

    /// <param name="order">The table's rows in the order the bins are to be kept in.</param>
    public static Bins Of(FeatureTable table, int[] order)
    {
        var limits = new double[table.Width][];
        var columns = new byte[table.Width][];
        Parallel.For(0, table.Width, c =>
        {
            var values = new double[order.Length];
            for (var i = 0; i < order.Length; i++) values[i] = table[order[i]][c];
            limits[c] = Cut([.. values.Order()]);
            columns[c] = new byte[order.Length];
            for (var i = 0; i < order.Length; i++) columns[c][i] = (byte)(Array.BinarySearch(limits[c], values[i]) is var at && at >= 0 ? at : ~at);
        });
        return new Bins(limits, columns);
    }

    private static double[] Cut(double[] sorted)
    {
        var distinct = sorted.Distinct().ToArray();
        List<double> limits = [];
        if (distinct.Length <= Most)
            for (var i = 0; i + 1 < distinct.Length; i++) limits.Add(Between(distinct[i], distinct[i + 1]));
        else
            for (var b = 1; b < Most; b++)
            {
                var value = sorted[(long)sorted.Length * b / Most];
                var next = Array.BinarySearch(distinct, value) + 1;
                if (next < distinct.Length && Between(value, distinct[next]) is var limit && (limits.Count == 0 || limit > limits[^1])) limits.Add(limit);
            }
        return [.. limits];
    }

    // Halfway, but never up to the higher one.
    private static double Between(double low, double high) => low + (high - low) / 2 is var middle && middle < high ? middle : low;
}
