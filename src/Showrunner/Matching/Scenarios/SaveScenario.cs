using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Matching.Planning;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Matching.Scenarios;

/// <summary>Keeps a plan's limits under a name, or changes those of one kept, and has its plan made.</summary>
public static class SaveScenario
{
    /// <param name="IsKeptFresh">Made again each night when facts have changed.</param>
    public sealed record Request(string? Name, PlanOffers.Request Limits, bool IsKeptFresh = false);
    public sealed record Response(long Id, long Job);

    public static async Task<Response> Handle(Request request, AppDb db, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.Plan);
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Code == request.Limits.Market, cancel);
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("not_found");
        var scenario = new Scenario { MarketId = market.Id, IsKeptFresh = request.IsKeptFresh, AuthorId = actor.PersonId, AuthorName = actor.Name, CreatedAt = clock.GetUtcNow() };
        scenario.Set(request.Name, request.Limits);
        db.Add(scenario);
        db.Audit(actor, "scenario.saved", scenario, new { scenario.Name, scenario.Limits });
        await db.SaveChangesAsync(cancel);
        return new Response(scenario.Id, await Ask(scenario, db, board, actor, clock, cancel));
    }

    public static async Task<Response> Change(long id, Request request, AppDb db, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.Plan);
        var scenario = await Own(id, db, actor, cancel);
        scenario.Set(request.Name, request.Limits);
        scenario.IsKeptFresh = request.IsKeptFresh;
        db.Audit(actor, "scenario.saved", scenario, new { scenario.Name, scenario.Limits });
        await db.SaveChangesAsync(cancel);
        return new Response(scenario.Id, await Ask(scenario, db, board, actor, clock, cancel));
    }

    /// <summary>Has the plan made from the newest facts; while that is under way, asking again gives the same job.</summary>
    public static async Task<Response> Again(long id, AppDb db, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.Plan);
        return new Response(id, await Ask(await Own(id, db, actor, cancel), db, board, actor, clock, cancel));
    }

    /// <summary>A scenario of a market in scope; another's does not exist.</summary>
    internal static async Task<Scenario> Own(long id, AppDb db, Actor actor, CancellationToken cancel) => await Visible(db, actor).FirstOrDefaultAsync(s => s.Id == id, cancel) ?? throw new Refused("not_found");

    internal static IQueryable<Scenario> Visible(AppDb db, Actor actor) => actor.MarketIds is { } markets ? db.Scenarios.Where(s => markets.Contains(s.MarketId)) : db.Scenarios;

    internal static async Task<long> Ask(Scenario scenario, AppDb db, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var job = await db.QueueOnce(new Job
        {
            Kind = MakeScenario.JobKind,
            Subject = scenario.Id.ToString(CultureInfo.InvariantCulture),
            TitleKey = "match.scenario.job",
            TitleArgument = scenario.Name,
            ResultPath = Page(scenario.Id),
            PersonId = actor.PersonId,
            PersonName = actor.Name,
            CreatedAt = clock.GetUtcNow(),
        }, board, cancel);
        scenario.JobId = job;
        await db.SaveChangesAsync(cancel);
        return job;
    }

    internal static string Page(long id) => string.Create(CultureInfo.InvariantCulture, $"/matching/scenarios/{id}");
}
