using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Shops;

namespace Showrunner.Matching.Workbench;

/// <summary>A product's place in what is known of its market.</summary>
internal static class FindProduct
{
    /// <param name="atOnce">From the newest facts; else only where it is not known yet.</param>
    public static async Task<(Market Market, MatchedMarket Learned, int At)> At(long id, AppDb db, KeptMarkets kept, Actor actor, CancellationToken cancel, bool atOnce = false)
    {
        var product = await db.Products.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel);
        if (product is null || !actor.SeesMarket(product.MarketId)) throw new Refused("not_found");
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == product.MarketId, cancel);
        var learned = await kept.Of(market, atOnce, cancel);
        if (learned.ProductAt(id) is null) learned = await kept.Of(market, atOnce: true, cancel);
        return (market, learned, learned.ProductAt(id) ?? throw new Refused("not_found"));
    }
}
