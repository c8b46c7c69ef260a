namespace Showrunner.Engine.Matching.Graphs;

/// <summary>How much history everyone has, and its powers. Nothing to the power of anything is 0, so that who is cold scores 0.</summary>
internal static class Degrees
{
    public static double[] OfRows(SparseRows matrix)
    {
        var sums = new double[matrix.Rows];
        for (var row = 0; row < matrix.Rows; row++)
            foreach (var value in matrix.ValuesOf(row)) sums[row] += value;
        return sums;
    }

    public static double[] OfColumns(SparseRows matrix)
    {
        var sums = new double[matrix.Columns];
        for (var i = 0; i < matrix.Count; i++) sums[matrix.Places[i]] += matrix.Values[i];
        return sums;
    }

    public static float[] Power(double[] degrees, double exponent) => Array.ConvertAll(degrees, d => d > 0 ? (float)Math.Pow(d, exponent) : 0);

    /// <summary>D_rows^-x · M · D_columns^-y.</summary>
    public static SparseRows Normalised(SparseRows matrix, float[] rows, float[] columns)
    {
        var values = new float[matrix.Count];
        for (var row = 0; row < matrix.Rows; row++)
            for (var at = matrix.Starts[row]; at < matrix.Starts[row + 1]; at++) values[at] = rows[row] * matrix.Values[at] * columns[matrix.Places[at]];
        return matrix.With(values);
    }

    public static SparseRows Weighted(SparseRows matrix, InteractionWeights weights)
    {
        if (weights == InteractionWeights.AsGiven || matrix.Count == 0) return matrix;
        if (weights == InteractionWeights.Presence) return matrix.With(Array.ConvertAll(matrix.Values, _ => 1f));
        var sorted = matrix.Values[..matrix.Count];
        Array.Sort(sorted);
        var median = (double)sorted[sorted.Length / 2];
        return matrix.With(Array.ConvertAll(matrix.Values, v => (float)Math.Log(1 + v / median)));
    }
}
