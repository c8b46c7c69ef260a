using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Reports.Sending;

/// <summary>One issue as it was: figures, files and letters; beside it what the issue before said.</summary>
public static class ShowIssue
{
    public sealed record File(string Format, string FileName, long Bytes, string Sha256);
    public sealed record Figure(string Metric, string Label, string Shown, string Comparison, string Value, string Before, string Reading);
    public sealed record Letter(long Id, string Name, string Address, string State, int Attempts, DateTimeOffset? SentAt, DateTimeOffset NextTry, string Problem);
    public sealed record Response(
        long Id, long ScheduleId, string Name, string Report, string Market, string Title, string What, string AsOf, DateOnly From, DateOnly To, long Change, DateTimeOffset DueAt, DateTimeOffset MadeAt,
        string State, string DecidedBy, DateTimeOffset? DecidedAt, string? Problem, IReadOnlyList<File> Files, IReadOnlyList<Figure> Figures, IReadOnlyList<Letter> Letters);

    public static async Task<Response> Handle(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Make);
        var issue = await ListIssues.Own(id, db, actor, cancel);
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == issue.MarketId, cancel);
        var files = await db.IssueFiles.AsNoTracking().Where(f => f.IssueId == id).OrderBy(f => f.Format).Select(f => new File(f.Format, f.FileName, f.Bytes, f.Sha256)).ToListAsync(cancel);
        var figures = await db.IssueFigures.AsNoTracking().Where(f => f.IssueId == id).OrderBy(f => f.Place).Select(f => new Figure(f.Metric, f.Label, f.Shown, f.Comparison, f.Value, f.Before, f.Reading)).ToListAsync(cancel);
        var letters = await db.ReportDeliveries.AsNoTracking().Where(d => d.IssueId == id).OrderBy(d => d.Id).Select(d => new Letter(d.Id, d.Name, d.Address, d.State, d.Attempts, d.SentAt, d.NextTry, d.Problem)).ToListAsync(cancel);
        return new Response(issue.Id, issue.ScheduleId, issue.ScheduleName, issue.Report, market.Code, issue.Title, issue.What, issue.AsOf, issue.FromDay, issue.ToDay, issue.Change, issue.DueAt, issue.MadeAt,
            issue.State, issue.DecidedBy, issue.DecidedAt, issue.Problem, files, figures, letters);
    }
}
