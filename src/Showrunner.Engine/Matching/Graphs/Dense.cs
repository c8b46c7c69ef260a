using System.Numerics;

namespace Showrunner.Engine.Matching.Graphs;

/// <summary>A dense matrix, row by row, padded with zeros to whole tiles of <see cref="Tiles"/>.</summary>
internal sealed class Dense
{
    public Dense(int rows, int columns)
    {
        (Rows, Columns, Stride) = (rows, columns, Padded(columns));
        Values = new float[checked((rows + Tiles.Rows - 1) / Tiles.Rows * Tiles.Rows * Stride)];
    }

    public int Rows { get; }
    public int Columns { get; }
    public int Stride { get; }
    public float[] Values { get; }

    public Span<float> this[int row] => Values.AsSpan(row * Stride, Columns);

    public static int Padded(int columns) => (columns + Tiles.Columns - 1) / Tiles.Columns * Tiles.Columns;

    /// <summary>Adds <paramref name="factor"/> times one row to another of the same padded length.</summary>
    public static void Add(ReadOnlySpan<float> row, float factor, Span<float> to)
    {
        var (f, i) = (new Vector<float>(factor), 0);
        for (; i <= row.Length - Vector<float>.Count; i += Vector<float>.Count)
            Vector.FusedMultiplyAdd(new Vector<float>(row[i..]), f, new Vector<float>(to[i..])).CopyTo(to[i..]);
        for (; i < row.Length; i++) to[i] = MathF.FusedMultiplyAdd(row[i], factor, to[i]);
    }

    /// <summary>The inner product of two rows of the same padded length.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var (sum, i) = (Vector<float>.Zero, 0);
        for (; i <= left.Length - Vector<float>.Count; i += Vector<float>.Count) sum = Vector.FusedMultiplyAdd(new Vector<float>(left[i..]), new Vector<float>(right[i..]), sum);
        var total = Vector.Sum(sum);
        for (; i < left.Length; i++) total += left[i] * right[i];
        return total;
    }
}
