using MathNet.Numerics.LinearAlgebra;

namespace Showrunner.Engine.Matching.Graphs;

/// <summary>
/// The largest eigenvalues and vectors of RᵀR, by a block Krylov space from a random start with full orthogonalisation
/// (Musco and Musco, "Randomized block Krylov methods", 2015).
/// </summary>
/// <param name="Values">Falling, not negative.</param>
/// <param name="Vectors">Columns of R × values.</param>
internal sealed record Spectrum(double[] Values, Dense Vectors)
{
    private const double Nothing = 1e-4;

    /// <param name="sparse">R; <paramref name="turned"/> is Rᵀ.</param>
    /// <param name="rank">As many as are wanted; fewer come back where R has fewer.</param>
    /// <param name="width">Columns of a block.</param>
    /// <param name="depth">Blocks; more are more exact.</param>
    public static Spectrum Of(SparseRows sparse, SparseRows turned, int rank, int width, int depth, ParallelOptions how)
    {
        if (rank == 0) return new Spectrum([], new Dense(sparse.Columns, 0));
        List<Dense> basis = [];
        List<(int Row, int Column, double[,] Part)> parts = [];
        var block = Orthonormal(Orthonormal(Start(sparse.Columns, Math.Min(width, sparse.Columns)), 0, how), 0, how);
        var (largest, half, spare) = (0.0, new Dense(sparse.Rows, block.Columns), new Dense(block.Rows, block.Columns));
        while (block.Columns > 0)
        {
            how.CancellationToken.ThrowIfCancellationRequested();
            basis.Add(block);
            if (half.Columns != block.Columns) half = new Dense(sparse.Rows, block.Columns);
            DenseWork.Times(sparse, block, half, how);
            var next = DenseWork.Times(turned, half, how);
            var down = Reduce(basis, next, how);
            for (var b = 0; b < basis.Count; b++) parts.Add((b, basis.Count - 1, down[b]));
            if (basis.Count == depth) break;
            largest = Math.Max(largest, Largest(down[^1]));
            spare = Orthonormal(next, Nothing * largest, how, spare);
            Reduce(basis, spare, how);
            block = Orthonormal(spare, Nothing, how, next);
        }
        return Ritz(basis, parts, rank, how);
    }

    /// <summary>Takes away what lies in the basis; the coefficients, block by block.</summary>
    private static double[][,] Reduce(List<Dense> basis, Dense block, ParallelOptions how)
    {
        var all = basis.Select(b => DenseWork.Inner(b, block, how)).ToArray();
        for (var b = 0; b < all.Length; b++) DenseWork.AddTimes(basis[b], all[b], -1, block, how);
        return all;
    }

    /// <summary>Columns of length 1 that span the same space, without directions shorter than a length.</summary>
    /// <param name="room">Memory for them, where they are as many.</param>
    private static Dense Orthonormal(Dense block, double least, ParallelOptions how, Dense? room = null)
    {
        if (block.Columns == 0) return block;
        var own = Matrix<double>.Build.DenseOfArray(DenseWork.Inner(block, block, how)).Evd(Symmetricity.Symmetric);
        var values = own.EigenValues.Select(v => v.Real).ToArray();
        var kept = Enumerable.Range(0, values.Length).Where(i => values[i] > Math.Max(least * least, 1e-12 * values[^1]) && values[i] > 0).Reverse().ToArray();
        var turn = new double[values.Length, kept.Length];
        for (var c = 0; c < kept.Length; c++)
            for (var r = 0; r < values.Length; r++) turn[r, c] = own.EigenVectors[r, kept[c]] / Math.Sqrt(values[kept[c]]);
        var result = room is not null && room.Columns == kept.Length ? room : new Dense(block.Rows, kept.Length);
        Array.Clear(result.Values);
        if (kept.Length > 0) DenseWork.AddTimes(block, turn, 1, result, how);
        return result;
    }

    private static Spectrum Ritz(List<Dense> basis, List<(int Row, int Column, double[,] Part)> parts, int rank, ParallelOptions how)
    {
        var rows = basis.Count > 0 ? basis[0].Rows : 0;
        var starts = new int[basis.Count + 1];
        for (var b = 0; b < basis.Count; b++) starts[b + 1] = starts[b] + basis[b].Columns;
        if (starts[^1] == 0) return new Spectrum([], new Dense(rows, 0));
        var small = Matrix<double>.Build.Dense(starts[^1], starts[^1]);
        foreach (var (row, column, part) in parts)
            for (var r = 0; r < part.GetLength(0); r++)
                for (var c = 0; c < part.GetLength(1); c++)
                    small[starts[row] + r, starts[column] + c] = small[starts[column] + c, starts[row] + r] = part[r, c];
        var own = small.Evd(Symmetricity.Symmetric);
        var values = own.EigenValues.Select(v => v.Real).ToArray();
        var kept = Enumerable.Range(0, values.Length).Reverse().Take(rank).Where(i => values[i] > Nothing * values[^1]).ToArray();
        var vectors = new Dense(rows, kept.Length);
        for (var b = 0; b < basis.Count && kept.Length > 0; b++)
        {
            var turn = new double[basis[b].Columns, kept.Length];
            for (var r = 0; r < turn.GetLength(0); r++)
                for (var c = 0; c < kept.Length; c++) turn[r, c] = own.EigenVectors[starts[b] + r, kept[c]];
            DenseWork.AddTimes(basis[b], turn, 1, vectors, how);
        }
        return new Spectrum([.. kept.Select(i => values[i])], vectors);
    }

    private static double Largest(double[,] part)
    {
        var largest = 0.0;
        for (var i = 0; i < part.GetLength(0); i++) largest = Math.Max(largest, part[i, i]);
        return largest;
    }

    // Where the block holds everything there is no need of chance; else each place has a number of its own, so that no stream ties the rows together.
    private static Dense Start(int rows, int columns)
    {
        var start = new Dense(rows, columns);
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++) start[r][c] = rows == columns ? r == c ? 1 : 0 : Mixed((ulong)r * 4096 + (ulong)c);
        return start;
    }

    /// <summary>Between -1 and 1 (the finisher of SplitMix64; Steele, Lea and Flood, 2014).</summary>
    private static float Mixed(ulong x)
    {
        x = (x + 0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 30)) * 0x94D049BB133111EB;
        x ^= x >> 31;
        return (int)(x >> 40) / 8388608f - 1;
    }
}
