using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Matching.Workbench;

/// <summary>A creator's place in what is known of his market; who has become part of another is that other.</summary>
internal static class FindCreator
{
    public static async Task<(Market Market, MatchedMarket Learned, int At)> At(long id, AppDb db, KeptMarkets kept, Actor actor, CancellationToken cancel)
    {
        var creator = await db.Creators.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancel);
        if (creator is null || !actor.SeesMarket(creator.MarketId)) throw new Refused("not_found");
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == creator.MarketId, cancel);
        var person = creator.MergedIntoId ?? creator.Id;
        var learned = await kept.Of(market, atOnce: false, cancel);
        if (learned.CreatorAt(person) is null) learned = await kept.Of(market, atOnce: true, cancel);
        return (market, learned, learned.CreatorAt(person) ?? throw new Refused("not_found"));
    }
}
