using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Reports.Sending;

/// <summary>Ends a schedule; what it sent stays in the archive.</summary>
public static class DeleteSchedule
{
    public static async Task Handle(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Send);
        var schedule = await ListSchedules.Own(id, db, actor, cancel);
        db.RemoveRange(await db.ReportRecipients.Where(r => r.ScheduleId == id).ToListAsync(cancel));
        db.Remove(schedule);
        db.Audit(actor, "report.schedule_deleted", schedule, new { schedule.Name });
        await db.SaveChangesAsync(cancel);
    }
}
