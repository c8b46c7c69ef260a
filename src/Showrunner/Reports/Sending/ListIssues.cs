using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Reports.Sending;

/// <summary>The archive: what was made, for whom, and what became of it.</summary>
public static class ListIssues
{
    public const int Page = 50;

    public sealed record Row(
        long Id, long ScheduleId, string Name, string Report, string Title, DateOnly From, DateOnly To, DateTimeOffset DueAt, string State, int Letters, int Sent, int Waiting, int Failed);
    public sealed record Response(IReadOnlyList<Row> Rows, bool More);

    public static async Task<Response> Handle(string? market, long? schedule, int? page, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Make);
        var seen = (await db.Markets.AsNoTracking().Where(m => market == null || m.Code == market).Select(m => m.Id).ToListAsync(cancel)).Where(actor.SeesMarket).ToList();
        var issues = await db.ReportIssues.AsNoTracking().Where(i => seen.Contains(i.MarketId) && (schedule == null || i.ScheduleId == schedule))
            .OrderByDescending(i => i.Id).Skip(Math.Max(0, (page ?? 1) - 1) * Page).Take(Page + 1).ToListAsync(cancel);
        var ids = issues.Take(Page).Select(i => i.Id).ToList();
        var letters = (await db.ReportDeliveries.AsNoTracking().Where(d => ids.Contains(d.IssueId)).GroupBy(d => new { d.IssueId, d.State }).Select(g => new { g.Key.IssueId, g.Key.State, Count = g.Count() }).ToListAsync(cancel)).ToLookup(g => g.IssueId);
        return new Response([.. issues.Take(Page).Select(i => new Row(i.Id, i.ScheduleId, i.ScheduleName, i.Report, i.Title, i.FromDay, i.ToDay, i.DueAt, i.State,
            letters[i.Id].Sum(l => l.Count), Of(i.Id, ReportDelivery.Sent), Of(i.Id, ReportDelivery.Waiting), Of(i.Id, ReportDelivery.Refused) + Of(i.Id, ReportDelivery.GivenUp)))], issues.Count > Page);

        int Of(long issue, string state) => letters[issue].Where(l => l.State == state).Sum(l => l.Count);
    }

    /// <summary>An issue of a market that one sees.</summary>
    internal static async Task<ReportIssue> Own(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        var issue = await db.ReportIssues.FirstOrDefaultAsync(i => i.Id == id, cancel);
        return issue is not null && actor.SeesMarket(issue.MarketId) ? issue : throw new Refused("not_found");
    }
}
