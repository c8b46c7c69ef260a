using Showrunner.Engine.Matching.Graphs;

namespace Showrunner.Matching.Alike;

/// <summary>Who and what is alike in a market, by who sells what.</summary>
internal sealed class AlikeMarket
{
    private readonly MatchedMarket market;
    private readonly Interactions pairs;
    private readonly LookAlikes alikes;

    public AlikeMarket(MatchedMarket market)
    {
        this.market = market;
        var facts = market.Model.Facts;
        pairs = Interactions.Of(facts.Creators.Count, facts.Products.Count, facts.Sales.Where(s => s.IsShown).Select(s => new Interaction(s.Creator, s.Product)));
        alikes = new LookAlikes(GraphFilter.Fit(pairs));
    }

    public IEnumerable<Scored> OfCreator(int creator, int count, CancellationToken cancel) => alikes.OfCreator(creator, count, cancel).Where(s => s.Score > 0);

    public IEnumerable<Scored> OfProduct(int product, int count, CancellationToken cancel) => alikes.OfProduct(product, count, cancel).Where(s => s.Score > 0);

    /// <summary>Products that both sell, and the category that most of them are of; where they share none, the category that both sell most in.</summary>
    public (int Both, string? Category, int InCategory) SharedProducts(int one, int other)
    {
        var shared = Shared(pairs.ProductsOf(one), pairs.ProductsOf(other));
        if (shared.Count > 0) return Most(shared) is var (category, count) ? (shared.Count, category, count) : (shared.Count, null, 0);
        var (mine, theirs) = (Categories([.. pairs.ProductsOf(one)]), Categories([.. pairs.ProductsOf(other)]));
        var common = mine.Keys.Where(theirs.ContainsKey).OrderByDescending(c => Math.Min(mine[c], theirs[c])).ThenBy(c => c, StringComparer.Ordinal).FirstOrDefault();
        return (0, common, 0);
    }

    /// <summary>How many creators sell both.</summary>
    public int SharedCreators(int one, int other) => Shared(pairs.CreatorsOf(one), pairs.CreatorsOf(other)).Count;

    private (string Category, int Count)? Most(List<int> products) =>
        Categories(products).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => ((string, int)?)(c.Key, c.Value)).FirstOrDefault();

    private Dictionary<string, int> Categories(IReadOnlyList<int> products) =>
        products.Select(p => market.Products[p].Category).Where(c => c.Length > 0).CountBy(c => c, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>Of two rising lists.</summary>
    private static List<int> Shared(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        var both = new List<int>();
        var (i, j) = (0, 0);
        while (i < one.Length && j < other.Length)
        {
            var (mine, theirs) = (one[i], other[j]);
            if (mine == theirs) both.Add(mine);
            if (mine <= theirs) i++;
            if (theirs <= mine) j++;
        }
        return both;
    }
}
