using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Lives.Inviting;
using Showrunner.Platform;

namespace Showrunner.Lives;

/// <summary>The show does not take place; an invited host is told. Twice changes nothing.</summary>
public static class CancelShow
{
    public static async Task Handle(long id, HostLetters letters, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.Plan);
        var show = await ListShows.Visible(db, actor).FirstOrDefaultAsync(s => s.Id == id, cancel) ?? throw new Refused("not_found");
        if (!show.Cancel(clock.GetUtcNow())) return;
        await letters.Cancel(show, show.HostEmail, show.Planned, actor, cancel);
        db.Audit(actor, "live.cancelled", show, new { show.Title, show.StartsAt });
        await db.SaveChangesAsync(cancel);
    }
}
