using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Reports.Sending;

/// <summary>Tries a letter again that was refused or given up.</summary>
public static class RetryLetter
{
    public static async Task Handle(long id, long letter, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Send);
        await ListIssues.Own(id, db, actor, cancel);
        var delivery = await db.ReportDeliveries.FirstOrDefaultAsync(d => d.Id == letter && d.IssueId == id, cancel) ?? throw new Refused("not_found");
        delivery.Retry(clock.GetUtcNow());
        db.Audit(actor, "report.letter_retried", delivery, new { delivery.Address });
        await db.SaveChangesAsync(cancel);
    }
}
