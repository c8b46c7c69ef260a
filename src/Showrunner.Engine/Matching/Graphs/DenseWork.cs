namespace Showrunner.Engine.Matching.Graphs;

/// <summary>The few products of tall matrices that an iteration for eigenvectors needs, on all threads.</summary>
internal static class DenseWork
{
    private const int Part = 256, Sums = 16;

    /// <summary>Sparse times dense.</summary>
    public static Dense Times(SparseRows sparse, Dense dense, ParallelOptions how)
    {
        var result = new Dense(sparse.Rows, dense.Columns);
        Times(sparse, dense, result, how);
        return result;
    }

    /// <summary>The same into memory that is used again.</summary>
    public static void Times(SparseRows sparse, Dense dense, Dense result, ParallelOptions how) =>
        Parts.Each(sparse.Rows, Part, how, (from, to) =>
        {
            for (var row = from; row < to; row++)
            {
                var places = sparse.PlacesOf(row);
                var values = sparse.ValuesOf(row);
                var sum = result.Values.AsSpan(row * result.Stride, result.Stride);
                sum.Clear();
                for (var i = 0; i < places.Length; i++) Dense.Add(dense.Values.AsSpan(places[i] * dense.Stride, dense.Stride), values[i], sum);
            }
        });

    /// <summary>A tall matrix times a small one (depth × columns), added to <paramref name="result"/> with a factor.</summary>
    public static void AddTimes(Dense tall, double[,] small, double factor, Dense result, ParallelOptions how)
    {
        var panels = Tiles.Pack(tall.Columns, small.GetLength(1), (d, c) => (float)(factor * small[d, c]));
        Parts.Each(tall.Rows, Part, how, (from, to) => Tiles.Add(tall.Values.AsSpan(from * tall.Stride), to - from, tall.Stride, panels, tall.Columns,
            result.Values.AsSpan(from * result.Stride), result.Stride));
    }

    /// <summary>The small matrix of inner products of the columns of two tall ones.</summary>
    public static double[,] Inner(Dense left, Dense right, ParallelOptions how)
    {
        var sums = new Dense[Sums];
        var share = (left.Rows + Sums - 1) / Sums;
        Parallel.For(0, Sums, how, s =>
        {
            var sum = sums[s] = new Dense(left.Columns, right.Columns);
            var packed = new float[Math.Min(Part, share) * sum.Stride];
            for (var from = s * share; from < Math.Min(left.Rows, (s + 1) * share); from += Part)
            {
                var (first, depth) = (from, Math.Min(Part, Math.Min(left.Rows, (s + 1) * share) - from));
                // Panels lie elsewhere for another depth: only the last part has one.
                var panels = packed.Length == depth * sum.Stride ? packed : new float[depth * sum.Stride];
                Tiles.Pack(depth, right.Columns, (d, c) => right.Values[(first + d) * right.Stride + c], panels);
                for (var column = 0; column < sum.Stride; column += Tiles.Columns)
                    for (var r = 0; r < left.Columns; r += Tiles.Rows)
                        Tiles.Add(ref left.Values[from * left.Stride + r], 1, left.Stride, ref panels[column * depth], depth, ref sum.Values[r * sum.Stride + column], sum.Stride);
            }
        });
        var inner = new double[left.Columns, right.Columns];
        foreach (var sum in sums)
            for (var r = 0; r < left.Columns; r++)
                for (var c = 0; c < right.Columns; c++) inner[r, c] += sum.Values[r * sum.Stride + c];
        return inner;
    }
}
