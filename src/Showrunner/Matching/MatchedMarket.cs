using Showrunner.Engine.Matching.Values;
using Showrunner.Markets;

namespace Showrunner.Matching;

/// <summary>A creator as matching lists him.</summary>
public sealed record MatchedCreator(long Id, string Handle, string Name, long? Followers, DateOnly? FirstSale);

/// <summary>A product as matching lists it. Margin is the share of the price that is left after the cost of the goods; null where nobody told the cost.</summary>
/// <param name="Returned">Share of what is sold that is given back, drawn to the market's.</param>
public sealed record MatchedProduct(long Id, string No, string Name, long ShopId, string Shop, string Category, long? PriceMinor, decimal? Price, double? Commission, double? Margin, double Returned, long? Stock);

/// <summary>A market at one change of the ledger, and what was learned from it.</summary>
/// <param name="Waiting">Offers whose outcome is open, since when.</param>
/// <param name="Recent">How many offers a creator got in the last 28 days.</param>
public sealed record MatchedMarket(MarketRules Rules, ValueModel Model, IReadOnlyList<MatchedCreator> Creators, IReadOnlyList<MatchedProduct> Products, IReadOnlyDictionary<(int Creator, int Product), DateOnly> Waiting,
    IReadOnlySet<(int Creator, int Product)> Declined, IReadOnlyDictionary<int, int> Recent, DateOnly Last, long Change, DateTimeOffset LearnedAt)
{
    private readonly Dictionary<long, int> creatorAt = Places(Creators, c => c.Id), productAt = Places(Products, p => p.Id);

    public int? CreatorAt(long id) => creatorAt.TryGetValue(id, out var at) ? at : null;

    public int? ProductAt(long id) => productAt.TryGetValue(id, out var at) ? at : null;

    /// <summary>Whole units of money as minor ones; what no number holds is cut.</summary>
    internal long Minor(double major) => (long)Math.Round(Math.Clamp(major, -1e15, 1e15) * Rules.MinorPerMajor);

    /// <summary>What it is expected to be worth to offer a creator a product, in major units.</summary>
    public double Worth(int creator, int product, MatchTerms terms)
    {
        var (accept, post, gmv) = Model.Expect(creator, product);
        return terms.Value(Products[product], accept, post, gmv);
    }

    private static Dictionary<long, int> Places<T>(IReadOnlyList<T> all, Func<T, long> id) => Enumerable.Range(0, all.Count).ToDictionary(i => id(all[i]));
}
