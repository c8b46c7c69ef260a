using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Metrics;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;

namespace Showrunner.Goals;

/// <summary>The goals and budgets of a market with what happened so far, by the same pipeline as every board.</summary>
public static class ListGoals
{
    /// <param name="Market">Code of the market.</param>
    /// <param name="From">Goals that reach into these days.</param>
    /// <param name="To">Last day, included.</param>
    public sealed record Request(string? Market, DateOnly From, DateOnly To);

    /// <param name="Target">Minor units, a fraction for rates.</param>
    /// <param name="Actual">In the same unit; null while nothing is known.</param>
    /// <param name="Elapsed">Share of the period whose days are known, 0 to 1.</param>
    /// <param name="Expected">The target's share of the days so far; null where days do not add up.</param>
    /// <param name="Forecast">At the rate so far; null where days do not add up or nothing is known.</param>
    /// <param name="State">ahead, reached, on, behind, missed, within, heading_over, over, kept, unknown or gone (its subject is not there any more).</param>
    public sealed record Item(long Id, string Metric, string Sense, string Subject, string Name, DateOnly From, DateOnly To, decimal Target, decimal? Actual, double Elapsed, decimal? Expected, decimal? Forecast, string State, string Note, string SetBy, DateTimeOffset SetAt);

    public sealed record Response(IReadOnlyList<Item> Goals, DateTimeOffset AsOf, long Change, DateOnly? LastDay);

    public static async Task<Response> Handle([AsParameters] Request request, AppDb db, BoardDesk desk, Actor actor, CancellationToken cancel)
    {
        actor.Needs(GoalsRoom.See);
        var open = await desk.Open(request.Market, cancel);
        var goals = await db.Goals.AsNoTracking().Where(g => g.MarketId == open.Id && g.FromDay <= request.To && g.ToDay >= request.From).ToListAsync(cancel);
        var items = new List<Item>();
        foreach (var goal in goals.OrderBy(g => g.FromDay).ThenBy(g => g.Subject == "market" ? 0 : 1).ThenBy(g => g.Metric, StringComparer.Ordinal).ThenBy(g => g.Name, StringComparer.Ordinal))
            items.Add(await Told(goal, open, db, cancel));
        return new Response(items, open.AsOf, open.Change, open.Extent.LastDay);
    }

    private static async Task<Item> Told(Goal goal, OpenMarket open, AppDb db, CancellationToken cancel)
    {
        var metric = MetricDictionary.Find(goal.Metric)!;
        var target = metric.Unit switch { Unit.Money => goal.Amount * open.Rules.MinorPerMajor, Unit.Rate => goal.Amount / 100, _ => goal.Amount };
        var known = open.Extent.LastDay is { } last && last >= goal.FromDay ? Math.Min(last.DayNumber, goal.ToDay.DayNumber) - goal.FromDay.DayNumber + 1 : 0;
        var elapsed = known / (double)goal.Range.Days;
        Item Item(decimal? actual, decimal? expected, decimal? forecast, string state) => new(goal.Id, goal.Metric, goal.Sense, goal.Subject, goal.Name, goal.FromDay, goal.ToDay, target, actual, elapsed, expected, forecast, state, goal.Note, goal.SetBy, goal.SetAt);
        MetricTable answer;
        try { answer = await open.Ask(await SetGoal.Question(goal, open.Market, db, cancel), cancel); }
        catch (Refused refused) when (refused.Code == "filter_not_found") { return Item(null, null, null, "gone"); }
        if (known == 0 || answer.Sources[0] is not { } family || answer[goal.Metric] is not { } actual) return Item(null, null, null, "unknown");
        // Distinct creators of two days are not those of both: only what adds up has a pace.
        var adds = !metric.IsRatio && MetricDictionary.Measure(family, metric.Numerator).OverDays == OverDays.AddsUp;
        var expected = adds ? target * (decimal)elapsed : (decimal?)null;
        var forecast = adds ? actual / (decimal)elapsed : (decimal?)null;
        return Item(actual, expected, forecast, State(goal.Sense, actual, target, expected, forecast, elapsed >= 1));
    }

    internal static string State(string sense, decimal actual, decimal target, decimal? expected, decimal? forecast, bool over) => sense == Goal.Reach
        ? actual >= target ? "reached" : over ? "missed" : expected is null ? "on" : actual >= expected * 1.02m ? "ahead" : actual >= expected * 0.98m ? "on" : "behind"
        : actual > target ? "over" : over ? "kept" : forecast > target ? "heading_over" : "within";
}
