using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Matching;

/// <summary>The products that it is worth most to offer a creator, and whose they are.</summary>
public static class RankProducts
{
    private const int Most = 200;

    /// <param name="Id">Row number of the creator.</param>
    /// <param name="Top">How many, 1 to 200.</param>
    /// <param name="Shop">Only of this shop.</param>
    /// <param name="Margin">In percent, where nobody told what the goods cost.</param>
    public sealed record Request(long Id, int Top = 20, long? Shop = null, double? Margin = null);

    public sealed record Ranked(MatchedProduct Product, RankCreators.Ranked Value);
    public sealed record Response(string Market, MatchedCreator Creator, IReadOnlyList<Ranked> Products, IReadOnlyDictionary<string, int> LeftOutCounts, int Considered, bool KnowsAnswers, bool KnowsSales, DateOnly Last, long Change, DateTimeOffset AsOf);

    public static async Task<Response> Handle(Request request, AppDb db, KeptMarkets kept, Actor actor, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.See);
        if (request.Top is < 1 or > Most) throw new Refused("match_top", Most);
        var creator = await db.Creators.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.Id, cancel);
        if (creator is null || !actor.SeesMarket(creator.MarketId)) throw new Refused("not_found");
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == creator.MarketId, cancel);
        var id = creator.MergedIntoId ?? creator.Id;
        var learned = await kept.Of(market, atOnce: false, cancel);
        if (learned.CreatorAt(id) is null) learned = await kept.Of(market, atOnce: true, cancel);
        var at = learned.CreatorAt(id) ?? throw new Refused("not_found");
        var gone = await RankCreators.Out(market.Id, db, cancel);
        var terms = MatchTerms.Of(request.Margin);
        var worth = new List<(int Product, double Value)>();
        var counts = new Dictionary<string, int>();
        for (var p = 0; p < learned.Products.Count; p++)
        {
            if (request.Shop is { } shop && learned.Products[p].ShopId != shop) continue;
            if (RankCreators.Why(learned, at, p, gone, null) is { } why)
            {
                counts[why.Why] = counts.GetValueOrDefault(why.Why) + 1;
                continue;
            }
            var (accept, post, gmv) = learned.Model.Expect(at, p);
            worth.Add((p, terms.Value(learned.Products[p], accept, post, gmv)));
        }
        worth.Sort((a, b) => b.Value != a.Value ? b.Value.CompareTo(a.Value) : learned.Products[a.Product].Id.CompareTo(learned.Products[b.Product].Id));
        return new Response(market.Code, learned.Creators[at], [.. worth.Take(request.Top).Select(w => new Ranked(learned.Products[w.Product], RankCreators.Tell(learned, at, w.Product, terms)))], counts, worth.Count,
            learned.Model.KnowsAnswers, learned.Model.KnowsSales, learned.Last, learned.Change, learned.LearnedAt);
    }
}
