namespace Showrunner.Engine.Matching.Graphs;

/// <summary>What occurs together with what: RᵀR, of each row the largest entries only.</summary>
/// <param name="Places">Row by row, rising.</param>
internal sealed record CoOccurrence(int[][] Places, float[][] Values)
{
    /// <param name="sparse">R; <paramref name="turned"/> is Rᵀ.</param>
    /// <param name="keep">Entries kept of a row; of equal ones the first.</param>
    public static CoOccurrence Of(SparseRows sparse, SparseRows turned, int keep, ParallelOptions how)
    {
        var items = sparse.Columns;
        var (rows, weights) = (new int[items][], new float[items][]);
        using var spaces = new ThreadLocal<(float[] Sums, int[] Touched, float[] Sorted)>(() => (new float[items], new int[items], new float[items]));
        Parts.Each(items, 64, how, (from, to) =>
        {
            var (sums, touched, sorted) = spaces.Value;
            for (var item = from; item < to; item++)
            {
                var count = 0;
                var creators = turned.PlacesOf(item);
                var shares = turned.ValuesOf(item);
                for (var u = 0; u < creators.Length; u++)
                {
                    var share = shares[u];
                    var places = sparse.PlacesOf(creators[u]);
                    var values = sparse.ValuesOf(creators[u]);
                    for (var i = 0; i < places.Length; i++)
                    {
                        ref var sum = ref sums[places[i]];
                        if (sum == 0) touched[count++] = places[i];
                        sum += share * values[i];
                    }
                }
                (rows[item], weights[item]) = Largest(sums, touched.AsSpan(0, count), sorted, keep);
            }
        });
        return new CoOccurrence(rows, weights);
    }

    private static (int[], float[]) Largest(float[] sums, Span<int> touched, float[] sorted, int keep)
    {
        var least = 0f;
        if (touched.Length > keep)
        {
            for (var i = 0; i < touched.Length; i++) sorted[i] = sums[touched[i]];
            least = Select(sorted.AsSpan(0, touched.Length), keep);
        }
        touched.Sort();
        var above = 0;
        foreach (var place in touched) if (sums[place] > least) above++;
        var (places, values, equal, at) = (new int[Math.Min(keep, touched.Length)], new float[Math.Min(keep, touched.Length)], keep - above, 0);
        foreach (var place in touched)
        {
            var sum = sums[place];
            sums[place] = 0;
            if (sum < least || (sum == least && equal-- <= 0) || at == places.Length) continue;
            (places[at], values[at++]) = (place, sum);
        }
        return (places, values);
    }

    /// <summary>The keep-th largest (Hoare's selection, 1961).</summary>
    private static float Select(Span<float> values, int keep)
    {
        int low = 0, high = values.Length - 1, wanted = keep - 1;
        while (low < high)
        {
            var pivot = values[low + (high - low) / 2];
            int i = low, j = high;
            while (i <= j)
            {
                while (values[i] > pivot) i++;
                while (values[j] < pivot) j--;
                if (i > j) break;
                (values[i], values[j]) = (values[j], values[i]);
                (i, j) = (i + 1, j - 1);
            }
            if (wanted <= j) high = j;
            else if (wanted >= i) low = i;
            else break;
        }
        return values[wanted];
    }
}
