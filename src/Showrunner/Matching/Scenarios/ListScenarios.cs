using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Matching.Planning;
using Showrunner.Platform;

namespace Showrunner.Matching.Scenarios;

/// <summary>The scenarios of a market side by side: limits, what each plan is worth, and how much of it is the same as another's.</summary>
public static class ListScenarios
{
    private const int Most = 50;

    /// <param name="Market">Code.</param>
    /// <param name="With">The scenario that the others are held against; the newest where none is named.</param>
    public sealed record Request(string? Market, long? With = null);

    /// <param name="Plan">Null until it was made; without its offers.</param>
    /// <param name="Same">Offers that it shares with the one it is held against.</param>
    public sealed record Item(long Id, string Name, PlanOffers.Request Limits, PlanOffers.Response? Plan, int Offers, int Creators, int Products, long SampleMinor, long CommissionMinor, int Accepted, int Same, bool IsKeptFresh, string AuthorName, DateTimeOffset CreatedAt, DateTimeOffset? MadeAt);
    public sealed record Response(IReadOnlyList<Item> Scenarios, long? With);

    public static async Task<Response> Handle(Request request, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.See);
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Code == request.Market, cancel);
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("not_found");
        var scenarios = await db.Scenarios.AsNoTracking().Where(s => s.MarketId == market.Id).OrderByDescending(s => s.Id).Take(Most).ToListAsync(cancel);
        var ids = scenarios.Select(s => s.Id).ToList();
        var offers = (await db.PlannedOffers.AsNoTracking().Where(o => ids.Contains(o.ScenarioId)).ToListAsync(cancel)).ToLookup(o => o.ScenarioId);
        var with = scenarios.Find(s => s.Id == request.With)?.Id ?? scenarios.FirstOrDefault()?.Id;
        var pairs = with is { } id ? offers[id].Select(o => (o.CreatorId, o.ProductId)).ToHashSet() : [];
        return new Response([.. scenarios.Select(s => new Item(s.Id, s.Name, s.Asked(market.Code), s.Plan(), offers[s.Id].Count(), offers[s.Id].Select(o => o.CreatorId).Distinct().Count(), offers[s.Id].Select(o => o.ProductId).Distinct().Count(),
            offers[s.Id].Sum(o => o.SampleMinor), offers[s.Id].Sum(o => o.CommissionMinor), offers[s.Id].Count(o => o.AcceptedDay is not null), offers[s.Id].Count(o => pairs.Contains((o.CreatorId, o.ProductId))), s.IsKeptFresh, s.AuthorName, s.CreatedAt, s.MadeAt))], with);
    }
}
