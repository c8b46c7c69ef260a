using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Reports.Sending;

/// <summary>Lets an issue go out, or keeps it back.</summary>
public static class DecideIssue
{
    public sealed record Request(bool Release);

    public static async Task Handle(long id, Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Send);
        var issue = await ListIssues.Own(id, db, actor, cancel);
        issue.Decide(request.Release, actor, clock.GetUtcNow());
        db.Audit(actor, request.Release ? "report.issue_released" : "report.issue_declined", issue, new { issue.ScheduleName, issue.DueAt });
        await db.SaveChangesAsync(cancel);
    }
}
