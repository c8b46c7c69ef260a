using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts.Feeds;

/// <summary>A new secret address for one's own calendar; the answer is the only time it is told.</summary>
public static class OpenFeed
{
    /// <param name="Source">Code of one source; empty for all.</param>
    public sealed record Request(string? Source = null);
    public sealed record Response(long Id, string Path);

    public static async Task<Response> Handle(Request request, IEnumerable<CalendarSource> sources, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var person = actor.PersonId ?? throw new Refused("not_allowed");
        var source = request.Source ?? "";
        if (source.Length > 0 && sources.All(s => s.Code != source)) throw new Refused("feed_source", source);
        if (await db.CalendarFeeds.CountAsync(f => f.PersonId == person, cancel) >= CalendarFeed.MostPerPerson) throw new Refused("feed_too_many", CalendarFeed.MostPerPerson);
        var token = Secret.New();
        var feed = db.Add(new CalendarFeed { PersonId = person, Source = source, TokenHash = Secret.Hash(token), CreatedAt = clock.GetUtcNow() }).Entity;
        db.Audit(actor, "calendar_feed.opened", feed, new { feed.Source });
        await db.SaveChangesAsync(cancel);
        return new Response(feed.Id, $"/calendar/{token}.ics");
    }
}
