using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Insights.Findings;

/// <summary>Looks a week of a market, or of a part of it, through and tells what is new. What was dismissed stays dismissed.</summary>
public static class LookThrough
{
    public const string JobKind = "findings";

    /// <param name="Market">Code, e.g. VN.</param>
    /// <param name="Of">What part of it, e.g. shop:12; the whole market where none is named.</param>
    /// <param name="Last">The last of the seven days; the last with order lines where none is named.</param>
    public sealed record Request(string? Market, string? Of = null, DateOnly? Last = null)
    {
        /// <summary>As the job carries it.</summary>
        internal string Subject => string.Create(CultureInfo.InvariantCulture, $"{Market}|{Of}|{Last:yyyy-MM-dd}");

        internal static Request Read(string subject)
        {
            var parts = subject.Split('|');
            return new(parts[0], parts[1], parts[2].Length == 0 ? null : DateOnly.ParseExact(parts[2], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Asks for it; asking again while it is under way gives the same job.</summary>
    public static async Task<long> Ask(Request request, AppDb db, BoardDesk desk, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(InsightsRoom.Decide);
        var open = await desk.Open(request.Market, cancel);
        var scope = await FindingScope.Find(request.Of, open, cancel);
        // A day after the last one known asks for the last one known.
        var subject = (request with { Market = open.Market.Code, Of = scope.Code, Last = request.Last < open.Extent.Lines?.To ? request.Last : null }).Subject;
        return await db.QueueOnce(new Job
        {
            Kind = JobKind,
            Subject = subject,
            TitleKey = "findings.job",
            TitleArgument = scope.Id == 0 ? open.Market.Name(actor.Language) : scope.Name,
            ResultPath = ListFindings.Path(open.Market.Code, scope.Code),
            PersonId = actor.PersonId,
            PersonName = actor.Name,
            CreatedAt = clock.GetUtcNow(),
        }, board, cancel);
    }

    /// <summary>The job's work. Repeatable: what is known already is told again with newer evidence.</summary>
    public static async Task<IReadOnlyList<Found>> Work(Request request, AppDb db, BoardDesk desk, TimeProvider clock, Action<int, int> report, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var scope = await FindingScope.Find(request.Of, open, cancel);
        if (request.Last is null && open.Extent.Lines is null) return [];
        var day = request.Last ?? open.Extent.Lines!.Value.To;
        var found = await new FindChanges(open, scope, day).Handle(report, cancel);
        var leaks = await FindLeakedCodes.Handle(open, scope, day, cancel);
        // Who sells more because his code got round does not rise.
        found = [.. found.Where(f => f.Kind != "creator_up" || leaks.All(leak => leak.SubjectId != f.SubjectId)), .. leaks, .. await FindLowStock.Handle(open, scope, day, cancel), .. await FindTraffic.Handle(open, scope, day, cancel), .. await FindHashtags.Handle(open, scope, day, cancel), .. await FindOpportunities.Handle(open, scope, day, cancel)];
        await Keep(open, scope.Code, day, found, db, clock.GetUtcNow(), cancel);
        return found;
    }

    private static async Task Keep(OpenMarket open, string scope, DateOnly day, IReadOnlyList<Found> found, AppDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var keys = found.Select(f => f.Key).ToList();
        var known = (await db.Findings.Where(f => f.MarketId == open.Id && f.Scope == scope && keys.Contains(f.Key)).ToListAsync(cancel)).ToLookup(f => f.Key);
        foreach (var one in found)
        {
            // The same thing within four weeks is the same finding: decided ones stay as they are, open ones get the newer evidence.
            var same = known[one.Key].Where(f => one.Days.From.DayNumber - f.LastDay.DayNumber <= Finding.QuietDays).MaxBy(f => f.LastDay);
            if (same is { State: not Finding.Open }) continue;
            if (same is null) db.Add(same = new Finding { MarketId = open.Id, Scope = scope, Key = one.Key });
            same.Tell(one, now);
        }
        var run = await db.FindingRuns.FindAsync([open.Id, scope], cancel) ?? db.Add(new FindingRun { MarketId = open.Id, Scope = scope }).Entity;
        (run.LastDay, run.ChangeId, run.Found, run.FinishedAt) = (day, open.Change, found.Count, now);
        await db.SaveChangesAsync(cancel);
    }
}
