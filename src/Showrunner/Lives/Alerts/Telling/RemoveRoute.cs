using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Lives.Alerts.Telling;

/// <summary>Somebody hears of alerts no more.</summary>
public static class RemoveRoute
{
    public static async Task Handle(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.Plan);
        var route = await ListRoutes.Visible(db, actor).FirstOrDefaultAsync(r => r.Id == id, cancel) ?? throw new Refused("not_found");
        if (route.IsCall) actor.Needs(LivesRoom.Call);
        db.Remove(route);
        db.Audit(actor, "live.route.removed", route, new { route.Rule, route.Host, route.PersonId });
        await db.SaveChangesAsync(cancel);
    }
}
