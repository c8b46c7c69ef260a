using Showrunner.Engine.Matching.Graphs;

namespace Showrunner.Benchmarks.Matching;

/// <summary>A training file in two: what is known, and about a fifth of each creator's products to be guessed.</summary>
internal sealed record HeldOut(string Name, Interactions Known, IReadOnlyList<Interaction> Hidden)
{
    private const double Share = 0.2;

    /// <summary>Products by chance: beside each stand others of the same day and place.</summary>
    public static HeldOut ByChance(Interactions all) => Of("chance", all, (creator, products) => products.OrderBy(p => Mixed((ulong)creator * 1_000_003 + (ulong)p)));

    /// <summary>
    /// One product by chance and those most like it. Gowalla's split is by time (its authors, neural_graph_collaborative_filtering issue 19): what comes later
    /// is a piece of its own. The file has no times, so a piece that belongs together stands for it (block cross-validation; Roberts et al., 2017).
    /// </summary>
    public static HeldOut Together(Interactions all)
    {
        var alike = new LookAlikes(GraphFilter.Fit(all, new GraphSettings { Rank = 128, Neighbours = 1, HistoryDamping = 0.5, LikenessShrinkage = 0 }));
        return Of("together", all, (creator, products) =>
        {
            var first = products[(int)(Mixed((ulong)creator * 7919) % (ulong)products.Length)];
            return products.OrderByDescending(p => p == first ? 2 : alike.BetweenProducts(first, p));
        });
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood, 2014).</summary>
    public static ulong Mixed(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    private static HeldOut Of(string name, Interactions all, Func<int, int[], IEnumerable<int>> order)
    {
        var (known, hidden) = (new List<Interaction>(all.Count), new List<Interaction>());
        for (var creator = 0; creator < all.Creators; creator++)
        {
            var products = all.ProductsOf(creator).ToArray();
            // The part of a product is one product for as many creators.
            var count = Math.Min(products.Length - 1, (int)(Share * products.Length + Mixed((ulong)creator + 5) % 1000 / 1000.0));
            foreach (var (place, product) in order(creator, products).Index()) (place < count ? hidden : known).Add(new Interaction(creator, product));
        }
        return new HeldOut(name, Interactions.Of(all.Creators, all.Products, known), hidden);
    }
}
