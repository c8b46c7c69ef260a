using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Accounts.Feeds;

/// <summary>One's own feeds.</summary>
public static class ListFeeds
{
    /// <param name="Sources">Codes of rooms; none for all.</param>
    /// <param name="Market">Code; null for every market.</param>
    public sealed record Response(long Id, IReadOnlyList<string> Sources, string? Market, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt);

    public static async Task<IReadOnlyList<Response>> Handle(AppDb db, Actor actor, CancellationToken cancel)
    {
        var markets = await db.Markets.AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.Code, cancel);
        var feeds = await db.CalendarFeeds.AsNoTracking().Where(f => f.PersonId == actor.PersonId).OrderByDescending(f => f.Id).ToListAsync(cancel);
        return [.. feeds.Select(f => new Response(f.Id, f.SourceCodes, f.MarketId is { } market ? markets.GetValueOrDefault(market) : null, f.CreatedAt, f.ReadAt))];
    }
}
