using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Showrunner.Engine.Matching.Graphs;

/// <summary>
/// A dense product in tiles that fit the registers: four rows by three vectors (the widest there are), the inner loop over packed columns
/// (the scheme of Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008).
/// </summary>
internal static class Tiles
{
    public const int Rows = 4;
    public static readonly int Columns = 3 * (Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector<float>.Count);

    /// <summary>Where a number lies in packed panels.</summary>
    public static int Place(int depth, int d, int column) => column / Columns * Columns * depth + column % Columns + d * Columns;

    /// <summary>Packs depth × columns numbers so that each panel of <see cref="Columns"/> columns lies in one piece.</summary>
    /// <param name="at">The number of a depth and a column.</param>
    public static float[] Pack(int depth, int columns, Func<int, int, float> at)
    {
        var panels = new float[checked(Dense.Padded(columns) * depth)];
        Pack(depth, columns, at, panels);
        return panels;
    }

    /// <summary>The same into memory that is used again; what is beyond the columns must be 0 already.</summary>
    public static void Pack(int depth, int columns, Func<int, int, float> at, float[] panels)
    {
        for (var c = 0; c < columns; c++)
        {
            for (var d = 0; d < depth; d++) panels[Place(depth, d, c)] = at(d, c);
        }
    }

    /// <summary>Adds the product of four rows and one panel to four rows of a result.</summary>
    /// <param name="a">The first number of the first row; its rows lie <paramref name="row"/> apart, its columns <paramref name="step"/>.</param>
    public static void Add(ref float a, int row, int step, ref float panel, int depth, ref float result, int stride)
    {
        if (Vector512.IsHardwareAccelerated) WideTiles.Add(ref a, row, step, ref panel, depth, ref result, stride);
        else AddNarrow(ref a, row, step, ref panel, depth, ref result, stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddNarrow(ref float a, int row, int step, ref float panel, int depth, ref float result, int stride)
    {
        var n = Vector<float>.Count;
        ref var a1 = ref Unsafe.Add(ref a, row);
        ref var a2 = ref Unsafe.Add(ref a, 2 * row);
        ref var a3 = ref Unsafe.Add(ref a, 3 * row);
        ref var r1 = ref Unsafe.Add(ref result, stride);
        ref var r2 = ref Unsafe.Add(ref result, 2 * stride);
        ref var r3 = ref Unsafe.Add(ref result, 3 * stride);
        Vector<float> c00 = At(ref result, 0), c01 = At(ref result, n), c02 = At(ref result, 2 * n);
        Vector<float> c10 = At(ref r1, 0), c11 = At(ref r1, n), c12 = At(ref r1, 2 * n);
        Vector<float> c20 = At(ref r2, 0), c21 = At(ref r2, n), c22 = At(ref r2, 2 * n);
        Vector<float> c30 = At(ref r3, 0), c31 = At(ref r3, n), c32 = At(ref r3, 2 * n);
        for (nint d = 0, from = 0, p = 0; d < depth; d++, from += step, p += 3 * n)
        {
            Vector<float> b0 = At(ref panel, p), b1 = At(ref panel, p + n), b2 = At(ref panel, p + 2 * n);
            var x = new Vector<float>(Unsafe.Add(ref a, from));
            (c00, c01, c02) = (Vector.FusedMultiplyAdd(x, b0, c00), Vector.FusedMultiplyAdd(x, b1, c01), Vector.FusedMultiplyAdd(x, b2, c02));
            x = new Vector<float>(Unsafe.Add(ref a1, from));
            (c10, c11, c12) = (Vector.FusedMultiplyAdd(x, b0, c10), Vector.FusedMultiplyAdd(x, b1, c11), Vector.FusedMultiplyAdd(x, b2, c12));
            x = new Vector<float>(Unsafe.Add(ref a2, from));
            (c20, c21, c22) = (Vector.FusedMultiplyAdd(x, b0, c20), Vector.FusedMultiplyAdd(x, b1, c21), Vector.FusedMultiplyAdd(x, b2, c22));
            x = new Vector<float>(Unsafe.Add(ref a3, from));
            (c30, c31, c32) = (Vector.FusedMultiplyAdd(x, b0, c30), Vector.FusedMultiplyAdd(x, b1, c31), Vector.FusedMultiplyAdd(x, b2, c32));
        }
        To(ref result, 0, c00); To(ref result, n, c01); To(ref result, 2 * n, c02);
        To(ref r1, 0, c10); To(ref r1, n, c11); To(ref r1, 2 * n, c12);
        To(ref r2, 0, c20); To(ref r2, n, c21); To(ref r2, 2 * n, c22);
        To(ref r3, 0, c30); To(ref r3, n, c31); To(ref r3, 2 * n, c32);
    }

    /// <summary>Adds rows × panels to the result, panel by panel so that each is read once.</summary>
    public static void Add(ReadOnlySpan<float> rows, int count, int stride, ReadOnlySpan<float> panels, int depth, Span<float> result, int resultStride)
    {
        ref var a = ref MemoryMarshal.GetReference(rows);
        ref var b = ref MemoryMarshal.GetReference(panels);
        ref var c = ref MemoryMarshal.GetReference(result);
        for (var column = 0; column < resultStride; column += Columns)
            for (var r = 0; r < count; r += Rows)
                Add(ref Unsafe.Add(ref a, r * stride), stride, 1, ref Unsafe.Add(ref b, (nint)column * depth), depth, ref Unsafe.Add(ref c, r * resultStride + column), resultStride);
    }

    private static Vector<float> At(ref float from, nint at) => Unsafe.ReadUnaligned<Vector<float>>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref from, at)));

    private static void To(ref float to, nint at, Vector<float> value) => Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref to, at)), value);
}
