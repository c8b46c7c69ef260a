using Showrunner.Engine.Matching.Values;
using Showrunner.Markets;
using Showrunner.Matching;
using Showrunner.Matching.Alike;

namespace Showrunner.Tests.Matching;

public sealed class AlikeMarketTests
{
    private static readonly MarketRules Rules = new(1, "ID", "IDR", 0, "Asia/Jakarta", "id-ID");

    /// <summary>Products 0 to 3 are fans, 4 to 7 lamps; each pair is a creator who shows a product.</summary>
    private static MatchedMarket Market(params (int Creator, int Product)[] pairs)
    {
        var people = Enumerable.Range(0, 6).Select(c => new MatchedCreator(c + 1, "c" + c, "", null, null)).ToList();
        var goods = Enumerable.Range(0, 8).Select(p => new MatchedProduct(p + 1, "p" + p, "p" + p, 1, "Shop", p < 4 ? "Home/Fans" : "Home/Lamps", null, null, null, null, 0, null)).ToList();
        var facts = new MarketFacts([.. people.Select(c => new MatchCreator(c.Id))], [.. goods.Select(p => new MatchProduct(p.Id, [p.Id <= 4 ? 0 : 1]))], [.. pairs.Select(p => new PairSales(p.Creator, p.Product, 10, 1))], []);
        return new MatchedMarket(Rules, ValueModel.Fit(facts), people, goods, new Dictionary<(int, int), DateOnly>(), new HashSet<(int, int)>(), new Dictionary<int, int>(), new DateOnly(2026, 3, 1), 1, DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public void What_two_creators_share_is_counted_and_named_by_its_commonest_category()
    {
        var alike = new AlikeMarket(Market((0, 0), (0, 1), (0, 2), (0, 4), (1, 1), (1, 2), (1, 4), (1, 5), (2, 3), (3, 6)));
        Assert.Equal((3, "Home/Fans", 2), alike.SharedProducts(0, 1));
        Assert.Equal(alike.SharedProducts(0, 1), alike.SharedProducts(1, 0));
        Assert.Equal((0, "Home/Fans", 0), alike.SharedProducts(0, 2));
        Assert.Equal((0, null, 0), alike.SharedProducts(2, 3));
        Assert.Equal((2, 1, 0), (alike.SharedCreators(1, 2), alike.SharedCreators(0, 1), alike.SharedCreators(3, 6)));
    }

    [Fact]
    public async Task A_market_is_worked_out_once_and_one_without_sales_has_nobody_alike()
    {
        var kept = new KeptAlikes(TimeProvider.System);
        var market = Market();
        var empty = await kept.Of(market, TestContext.Current.CancellationToken);
        Assert.Same(empty, await kept.Within(TimeSpan.FromMinutes(1), market, TestContext.Current.CancellationToken));
        Assert.NotSame(empty, await kept.Of(Market(), TestContext.Current.CancellationToken));
        Assert.Empty(empty.OfCreator(0, 5, default));
        Assert.Empty(empty.OfProduct(0, 5, default));
    }
}
