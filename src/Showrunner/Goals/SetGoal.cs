using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Goals;

/// <summary>Sets a goal or a budget, or changes one.</summary>
public static class SetGoal
{
    /// <param name="Market">Code of the market.</param>
    /// <param name="Goal">What is to be reached or kept; money in major units, rates in percent.</param>
    public sealed record Request(string? Market, Goal.Said Goal);
    public sealed record Response(long Id);

    public static async Task<Response> Add(Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(GoalsRoom.Set);
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Code == request.Market, cancel);
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("market_unknown", request.Market);
        return new Response((await Put(new Goal { MarketId = market.Id }, request.Goal, market, db, actor, clock, cancel)).Id);
    }

    public static async Task<Response> Change(long id, Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(GoalsRoom.Set);
        var goal = await Own(id, db, actor, cancel);
        return new Response((await Put(goal, request.Goal, await db.Markets.AsNoTracking().SingleAsync(m => m.Id == goal.MarketId, cancel), db, actor, clock, cancel)).Id);
    }

    internal static async Task<Goal> Own(long id, AppDb db, Actor actor, CancellationToken cancel) =>
        await db.Goals.SingleOrDefaultAsync(g => g.Id == id, cancel) is { } goal && actor.SeesMarket(goal.MarketId) ? goal : throw new Refused("not_found");

    internal static async Task<Goal> Put(Goal goal, Goal.Said said, Market market, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        goal.Set(said, actor, clock.GetUtcNow());
        await Question(goal, market, db, cancel); // who is not there is said now, not on the page
        if ((await db.Goals.AsNoTracking().Where(g => g.MarketId == goal.MarketId && g.Id != goal.Id && g.Metric == goal.Metric).ToListAsync(cancel)).Any(g => g.Identity == goal.Identity)) throw new Refused("goal_twice");
        if (goal.Id == 0) db.Goals.Add(goal);
        await db.SaveChangesAsync(cancel);
        db.Audit(actor, "goal.set", goal, new { goal.Metric, goal.Sense, goal.Name, goal.FromDay, goal.ToDay, goal.Target });
        await db.SaveChangesAsync(cancel);
        return goal;
    }

    /// <summary>What is asked of the pipeline for a goal: its subject by row number.</summary>
    internal static Task<MetricQuery> Question(Goal goal, Market market, AppDb db, CancellationToken cancel) => ReadNames.Handle(
        new MetricQuery(market.Rules, [goal.Metric], goal.Range) { Where = goal.Subject == "market" ? [] : [new MetricFilter(goal.Subject, [goal.Name])] }, db, cancel);
}
