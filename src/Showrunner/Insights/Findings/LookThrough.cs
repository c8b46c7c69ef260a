using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Insights.Findings;

/// <summary>Looks a market's latest whole week through and tells what is new. What was dismissed stays dismissed.</summary>
public static class LookThrough
{
    public const string JobKind = "findings";

    /// <summary>Asks for it; asking again while it is under way gives the same job.</summary>
    public static async Task<long> Ask(string? market, AppDb db, BoardDesk desk, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(InsightsRoom.Decide);
        var open = await desk.Open(market, cancel);
        var waiting = await db.Jobs.Where(j => j.Kind == JobKind && j.Subject == open.Market.Code && (j.State == Job.Queued || j.State == Job.Running)).Select(j => (long?)j.Id).FirstOrDefaultAsync(cancel);
        if (waiting is { } known) return known;
        var job = new Job
        {
            Kind = JobKind,
            Subject = open.Market.Code,
            TitleKey = "findings.job",
            TitleArgument = open.Market.Name(actor.Language),
            ResultPath = "/findings?market=" + open.Market.Code,
            PersonId = actor.PersonId,
            PersonName = actor.Name,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Add(job);
        await db.SaveChangesAsync(cancel);
        board.Ring();
        return job.Id;
    }

    /// <summary>The job's work. Repeatable: what is known already is told again with newer evidence.</summary>
    public static async Task<IReadOnlyList<Found>> Work(string market, DateOnly? last, AppDb db, BoardDesk desk, TimeProvider clock, Action<int, int> report, CancellationToken cancel)
    {
        var open = await desk.Open(market, cancel);
        if (last is null && open.Extent.Lines is null) return [];
        var day = last ?? open.Extent.Lines!.Value.To;
        var found = await new FindChanges(open, day).Handle(report, cancel);
        found = [.. found, .. await FindOpportunities.Handle(open, day, cancel)];
        await Keep(open, day, found, db, clock.GetUtcNow(), cancel);
        return found;
    }

    private static async Task Keep(OpenMarket open, DateOnly day, IReadOnlyList<Found> found, AppDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var keys = found.Select(f => f.Key).ToList();
        var known = (await db.Findings.Where(f => f.MarketId == open.Id && keys.Contains(f.Key)).ToListAsync(cancel)).ToLookup(f => f.Key);
        foreach (var one in found)
        {
            // The same thing within four weeks is the same finding: decided ones stay as they are, open ones get the newer evidence.
            var same = known[one.Key].Where(f => one.Days.From.DayNumber - f.LastDay.DayNumber <= Finding.QuietDays).MaxBy(f => f.LastDay);
            if (same is { State: not Finding.Open }) continue;
            if (same is null) db.Add(same = new Finding { MarketId = open.Id, Key = one.Key });
            same.Tell(one, now);
        }
        var run = await db.FindingRuns.FindAsync([open.Id], cancel) ?? db.Add(new FindingRun { MarketId = open.Id }).Entity;
        (run.LastDay, run.ChangeId, run.Found, run.FinishedAt) = (day, open.Change, found.Count, now);
        await db.SaveChangesAsync(cancel);
    }
}
