using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Reports.Sending;

/// <summary>GET /reports/issues/7/draft.eml: an issue of the archive as a mail for one's own Outlook, with the very files that were sent.</summary>
public static class DraftIssue
{
    public static async Task<FileContentHttpResult> Handle(long id, WriteLetter write, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Make);
        var issue = await ListIssues.Own(id, db, actor, cancel);
        if (issue.State == ReportIssue.Failed) throw new Refused("not_found");
        var figures = await db.IssueFigures.AsNoTracking().Where(f => f.IssueId == id).OrderBy(f => f.Place).ToListAsync(cancel);
        var files = await db.IssueFiles.AsNoTracking().Where(f => f.IssueId == id).OrderBy(f => f.Format).ToListAsync(cancel);
        return await DraftReport.File(write.Draft(issue, figures, files), $"{issue.Report}_{issue.FromDay:yyyy-MM-dd}_{issue.ToDay:yyyy-MM-dd}", db, actor, clock, cancel);
    }
}
