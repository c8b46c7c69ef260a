using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Showrunner.Engine.Matching.Graphs;

/// <summary>The tile of <see cref="Tiles"/> where vectors have 512 bits, which <see cref="System.Numerics.Vector{T}"/> does not use.</summary>
internal static class WideTiles
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ref float a, int row, int step, ref float panel, int depth, ref float result, int stride)
    {
        const int n = 16;
        ref var a1 = ref Unsafe.Add(ref a, row);
        ref var a2 = ref Unsafe.Add(ref a, 2 * row);
        ref var a3 = ref Unsafe.Add(ref a, 3 * row);
        ref var r1 = ref Unsafe.Add(ref result, stride);
        ref var r2 = ref Unsafe.Add(ref result, 2 * stride);
        ref var r3 = ref Unsafe.Add(ref result, 3 * stride);
        Vector512<float> c00 = Vector512.LoadUnsafe(ref result, 0), c01 = Vector512.LoadUnsafe(ref result, n), c02 = Vector512.LoadUnsafe(ref result, 2 * n);
        Vector512<float> c10 = Vector512.LoadUnsafe(ref r1, 0), c11 = Vector512.LoadUnsafe(ref r1, n), c12 = Vector512.LoadUnsafe(ref r1, 2 * n);
        Vector512<float> c20 = Vector512.LoadUnsafe(ref r2, 0), c21 = Vector512.LoadUnsafe(ref r2, n), c22 = Vector512.LoadUnsafe(ref r2, 2 * n);
        Vector512<float> c30 = Vector512.LoadUnsafe(ref r3, 0), c31 = Vector512.LoadUnsafe(ref r3, n), c32 = Vector512.LoadUnsafe(ref r3, 2 * n);
        for (nint d = 0, from = 0, p = 0; d < depth; d++, from += step, p += 3 * n)
        {
            Vector512<float> b0 = Vector512.LoadUnsafe(ref panel, (nuint)(p)), b1 = Vector512.LoadUnsafe(ref panel, (nuint)(p + n)), b2 = Vector512.LoadUnsafe(ref panel, (nuint)(p + 2 * n));
            var x = Vector512.Create(Unsafe.Add(ref a, from));
            (c00, c01, c02) = (Vector512.FusedMultiplyAdd(x, b0, c00), Vector512.FusedMultiplyAdd(x, b1, c01), Vector512.FusedMultiplyAdd(x, b2, c02));
            x = Vector512.Create(Unsafe.Add(ref a1, from));
            (c10, c11, c12) = (Vector512.FusedMultiplyAdd(x, b0, c10), Vector512.FusedMultiplyAdd(x, b1, c11), Vector512.FusedMultiplyAdd(x, b2, c12));
            x = Vector512.Create(Unsafe.Add(ref a2, from));
            (c20, c21, c22) = (Vector512.FusedMultiplyAdd(x, b0, c20), Vector512.FusedMultiplyAdd(x, b1, c21), Vector512.FusedMultiplyAdd(x, b2, c22));
            x = Vector512.Create(Unsafe.Add(ref a3, from));
            (c30, c31, c32) = (Vector512.FusedMultiplyAdd(x, b0, c30), Vector512.FusedMultiplyAdd(x, b1, c31), Vector512.FusedMultiplyAdd(x, b2, c32));
        }
        c00.StoreUnsafe(ref result, 0); c01.StoreUnsafe(ref result, n); c02.StoreUnsafe(ref result, 2 * n);
        c10.StoreUnsafe(ref r1, 0); c11.StoreUnsafe(ref r1, n); c12.StoreUnsafe(ref r1, 2 * n);
        c20.StoreUnsafe(ref r2, 0); c21.StoreUnsafe(ref r2, n); c22.StoreUnsafe(ref r2, 2 * n);
        c30.StoreUnsafe(ref r3, 0); c31.StoreUnsafe(ref r3, n); c32.StoreUnsafe(ref r3, 2 * n);
    }
}
