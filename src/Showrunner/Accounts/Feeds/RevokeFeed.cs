using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts.Feeds;

/// <summary>Closes one of one's own feeds: its address leads nowhere from now on.</summary>
public static class RevokeFeed
{
    public static async Task Handle(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        var feed = await db.CalendarFeeds.FirstOrDefaultAsync(f => f.Id == id && f.PersonId == actor.PersonId, cancel) ?? throw new Refused("not_found");
        db.Remove(feed);
        db.Audit(actor, "calendar_feed.revoked", feed, new { feed.Sources });
        await db.SaveChangesAsync(cancel);
    }
}
