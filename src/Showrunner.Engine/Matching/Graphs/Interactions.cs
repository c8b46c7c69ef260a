using System.Runtime.InteropServices;

namespace Showrunner.Engine.Matching.Graphs;

/// <summary>
/// Who did what with what: a sparse matrix of creators × products, made from triples in any order. Weights of the same pair add up;
/// a pair whose weights sum to 0 is none.
/// </summary>
public sealed class Interactions
{
    private readonly Lazy<SparseRows> _byProduct;

    private Interactions(SparseRows byCreator)
    {
        ByCreator = byCreator;
        _byProduct = new Lazy<SparseRows>(byCreator.Turned);
    }

    public int Creators => ByCreator.Rows;
    public int Products => ByCreator.Columns;

    /// <summary>Pairs with something between them.</summary>
    public int Count => ByCreator.Count;

    internal SparseRows ByCreator { get; }
    internal SparseRows ByProduct => _byProduct.Value;

    /// <summary>The products of a creator, rising.</summary>
    public ReadOnlySpan<int> ProductsOf(int creator) => ByCreator.PlacesOf(creator);

    /// <summary>The creators of a product, rising.</summary>
    public ReadOnlySpan<int> CreatorsOf(int product) => ByProduct.PlacesOf(product);

    /// <inheritdoc cref="Of(int, int, ReadOnlySpan{Interaction})"/>
    public static Interactions Of(int creators, int products, IEnumerable<Interaction> all) => Of(creators, products, CollectionsMarshal.AsSpan(all as List<Interaction> ?? [.. all]));

    /// <param name="creators">How many there are; those with no triple are cold.</param>
    /// <param name="products">How many there are; those with no triple are cold.</param>
    /// <param name="all">In any order, the same pair as often as it happened.</param>
    /// <exception cref="ArgumentException">A place out of range, or a weight that is negative, infinite or no number; the message names the triple.</exception>
    public static Interactions Of(int creators, int products, ReadOnlySpan<Interaction> all)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(creators);
        ArgumentOutOfRangeException.ThrowIfNegative(products);
        var starts = new int[creators + 1];
        for (var i = 0; i < all.Length; i++)
        {
            Check(creators, products, all[i], i);
            starts[all[i].Creator + 1]++;
        }
        for (var c = 0; c < creators; c++) starts[c + 1] += starts[c];
        var (places, values, next) = (new int[all.Length], new float[all.Length], starts[..^1]);
        foreach (var one in all)
        {
            var to = next[one.Creator]++;
            (places[to], values[to]) = (one.Product, one.Weight);
        }
        return new Interactions(Merged(products, starts, places, values));
    }

    private static void Check(int creators, int products, Interaction one, int at)
    {
        if ((uint)one.Creator >= (uint)creators) throw new ArgumentException($"Interaction {at} (creator {one.Creator}, product {one.Product}): there are {creators} creators, from 0 on.");
        if ((uint)one.Product >= (uint)products) throw new ArgumentException($"Interaction {at} (creator {one.Creator}, product {one.Product}): there are {products} products, from 0 on.");
        if (!(one.Weight >= 0 && float.IsFinite(one.Weight))) throw new ArgumentException($"Interaction {at} (creator {one.Creator}, product {one.Product}): the weight {one.Weight} is not a finite number of 0 or more.");
    }

    private static SparseRows Merged(int products, int[] starts, int[] places, float[] values)
    {
        var kept = 0;
        for (var row = 0; row < starts.Length - 1; row++)
        {
            var (from, to) = (starts[row], starts[row + 1]);
            Sort(places.AsSpan(from, to - from), values.AsSpan(from, to - from));
            starts[row] = kept;
            for (var at = from; at < to;)
            {
                var (place, sum) = (places[at], 0.0);
                for (; at < to && places[at] == place; at++) sum += values[at];
                if (sum <= 0) continue;
                if (sum > float.MaxValue) throw new ArgumentException($"The weights of creator {row} with product {place} add up to more than a number holds.");
                (places[kept], values[kept++]) = (place, (float)sum);
            }
        }
        starts[^1] = kept;
        if (kept < places.Length) (places, values) = (places[..kept], values[..kept]);
        return new SparseRows { Columns = products, Starts = starts, Places = places, Values = values };
    }

    // Equal places from the smallest weight on, so that the order of the triples leaves no trace in the last bits of a sum.
    private static void Sort(Span<int> places, Span<float> values)
    {
        var keys = places.Length <= 1024 ? stackalloc ulong[places.Length] : new ulong[places.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = ((ulong)places[i] << 32) | BitConverter.SingleToUInt32Bits(values[i]);
        keys.Sort();
        for (var i = 0; i < keys.Length; i++) (places[i], values[i]) = ((int)(keys[i] >> 32), BitConverter.UInt32BitsToSingle((uint)keys[i]));
    }
}
