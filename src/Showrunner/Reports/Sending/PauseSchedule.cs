using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Reports.Sending;

/// <summary>Rests a schedule, or wakes it: what fell into the rest is not made up for.</summary>
public static class PauseSchedule
{
    public static async Task Handle(long id, bool pause, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Send);
        var schedule = await ListSchedules.Own(id, db, actor, cancel);
        if (schedule.PausedAt is not null == pause) return;
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == schedule.MarketId, cancel);
        if (pause) schedule.Pause(clock.GetUtcNow());
        else schedule.Resume(market.Rules, day => DaysOff.IsOff(market.Code, day), clock.GetUtcNow());
        db.Audit(actor, pause ? "report.schedule_paused" : "report.schedule_resumed", schedule, new { schedule.Name });
        await db.SaveChangesAsync(cancel);
    }
}
