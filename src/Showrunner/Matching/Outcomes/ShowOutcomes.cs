using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Matching.Scenarios;
using Showrunner.Platform;

namespace Showrunner.Matching.Outcomes;

/// <summary>
/// Do expectations come true? Accepted plans beside what came of their offers; and, because that takes weeks, what would have been expected eight weeks
/// ago of the offers made since, from what was known then.
/// </summary>
public sealed class ShowOutcomes(AppDb db, KeptMarkets kept, LedgerColumns columns, Actor actor)
{
    /// <summary>So long before the last day the test on the past stands.</summary>
    public const int Back = 56;
    private const int Early = 3, Late = 45;

    /// <param name="Market">Code.</param>
    /// <param name="Scenario">Only this one's offers.</param>
    public sealed record Request(string? Market, long? Scenario = null);

    /// <param name="Planned">Offers that somebody took on.</param>
    /// <param name="Made">Of these, found in the ledger.</param>
    /// <param name="GmvMinor">Sold in the 28 days after content, where they are over.</param>
    public sealed record Tracked(long Id, string Name, DateOnly Since, int Planned, int Made, int Answered, int Accepted, int Sampled, int Posted, decimal ExpectedAccepted, long ExpectedMinor, long GmvMinor);

    /// <param name="PlansHeld">Accepted plans' expectations beside what came; parts without a known outcome have no cases.</param>
    /// <param name="PastHeld">The same of the test on the past.</param>
    /// <param name="PastFrom">Its first day; it was learned from what was before.</param>
    public sealed record Response(string Market, IReadOnlyList<Tracked> Plans, IReadOnlyList<HeldAgainst> PlansHeld, IReadOnlyList<HeldAgainst> PastHeld, DateOnly PastFrom, DateOnly Last, long Change, DateTimeOffset AsOf);

    public async Task<Response> Handle(Request request, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.See);
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Code == request.Market, cancel);
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("not_found");
        var learned = await kept.Of(market, atOnce: false, cancel);
        var from = learned.Last.AddDays(1 - Back);
        var planned = await db.PlannedOffers.AsNoTracking().Where(o => o.MarketId == market.Id && o.AcceptedDay != null && (request.Scenario == null || o.ScenarioId == request.Scenario)).ToListAsync(cancel);
        var names = await db.Scenarios.AsNoTracking().Where(s => s.MarketId == market.Id).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        var since = planned.Count == 0 ? from : planned.Min(o => o.AcceptedDay!.Value).AddDays(-Early);
        var made = await Task.Run(() => Made(market.Id, since < from ? since : from, learned.Last), cancel);
        var came = made.ToLookup(o => (o.Creator, o.Product));
        var tracked = planned.Select(o => (Offer: o, Came: came[(o.CreatorId, o.ProductId)].FirstOrDefault(c => c.Day >= o.AcceptedDay!.Value.AddDays(-Early) && c.Day <= o.AcceptedDay.Value.AddDays(Late)))).ToList();
        var before = await kept.Before(market, from.AddDays(-1), cancel);
        return new Response(market.Code, [.. tracked.GroupBy(t => t.Offer.ScenarioId).OrderByDescending(g => g.Key).Select(g => Track(g.Key, names.GetValueOrDefault(g.Key, ""), [.. g]))],
            HeldAgainst.Of([.. tracked.Where(t => t.Came is not null).Select(t => new HeldAgainst.Case(t.Offer.AcceptPpm / 1e6, t.Offer.PostPpm / 1e6, t.Offer.GmvMinor, t.Came!.IsOld ? t.Came.Accepted : null, t.Came.Posted, t.Came.GmvMinor))]),
            HeldAgainst.Of(Past(before, [.. made.Where(o => o.Day >= from)])), from, learned.Last, learned.Change, learned.LearnedAt);
    }

    private List<MadeOffer> Made(long marketId, DateOnly from, DateOnly last)
    {
        using var connection = columns.Connect();
        return MadeOffers.Read(connection, marketId, from, last);
    }

    private static Tracked Track(long id, string name, IReadOnlyList<(PlannedOffer Offer, MadeOffer? Came)> offers) => new(id, name, offers.Min(o => o.Offer.AcceptedDay!.Value), offers.Count,
        offers.Count(o => o.Came is not null), offers.Count(o => o.Came?.Accepted is not null), offers.Count(o => o.Came?.Accepted == true), offers.Count(o => o.Came?.HasSample == true), offers.Count(o => o.Came?.HasPosted == true),
        offers.Where(o => o.Came?.Accepted is not null).Sum(o => o.Offer.AcceptPpm / 1e6m), offers.Where(o => o.Came?.GmvMinor is not null).Sum(o => o.Offer.GmvMinor), offers.Sum(o => o.Came?.GmvMinor ?? 0));

    private static IReadOnlyCollection<HeldAgainst.Case> Past(MatchedMarket before, IReadOnlyList<MadeOffer> made)
    {
        var cases = new List<HeldAgainst.Case>(made.Count);
        foreach (var offer in made)
        {
            if (before.CreatorAt(offer.Creator) is not { } creator || before.ProductAt(offer.Product) is not { } product) continue;
            var (accept, post, gmv) = before.Model.Expect(creator, product);
            cases.Add(new HeldAgainst.Case(accept, post, gmv * before.Rules.MinorPerMajor, offer.IsOld ? offer.Accepted : null, offer.Posted, offer.GmvMinor));
        }
        return cases;
    }
}
