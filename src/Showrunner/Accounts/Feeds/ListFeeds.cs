using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts.Feeds;

/// <summary>One's own feeds.</summary>
public static class ListFeeds
{
    public sealed record Response(long Id, string Source, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt);

    public static async Task<IReadOnlyList<Response>> Handle(AppDb db, Actor actor, CancellationToken cancel) =>
        await db.CalendarFeeds.AsNoTracking().Where(f => f.PersonId == actor.PersonId).OrderByDescending(f => f.Id).Select(f => new Response(f.Id, f.Source, f.CreatedAt, f.ReadAt)).ToListAsync(cancel);
}
