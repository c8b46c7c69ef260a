using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Lives.Sources.Polling;

/// <summary>A marketplace is asked no more, and its token is forgotten. What it told stays.</summary>
public static class StopPoll
{
    public static async Task Handle(long? session, string? market, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.Plan);
        var place = await ShowPoll.Place(session, market, db, actor, cancel);
        if (await SetPoll.Of(session, place.Id, db).FirstOrDefaultAsync(cancel) is not { } poll) return;
        db.Remove(poll);
        db.Audit(actor, "live.poll.stopped", poll, new { Session = session, Market = place.Code });
        await db.SaveChangesAsync(cancel);
    }
}
