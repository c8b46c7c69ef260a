using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts.Feeds;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Office;
using Showrunner.Platform;

namespace Showrunner.Lives;

/// <summary>The LIVE shows of the markets that one sees.</summary>
public sealed class ShowDates(AppDb db) : CalendarSource
{
    public override string Code => "lives";
    public override string TitleKey => "feed.lives";

    public override async Task<IReadOnlyList<CalendarEvent>> Events(Actor reader, DateOnly from, Func<string, Uri?> link, CancellationToken cancel)
    {
        if (!reader.May(LivesRoom.See)) return [];
        var since = new DateTimeOffset(from.ToDateTime(default), TimeSpan.Zero);
        var markets = await db.Markets.AsNoTracking().ToDictionaryAsync(m => m.Id, cancel);
        var shows = await ListShows.Visible(db, reader).AsNoTracking().Where(s => s.CancelledAt == null && s.StartsAt >= since).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(cancel);
        return [.. shows.Select(s => ShowEvent.Of(s.Uid, s.Sequence, s.Planned, markets[s.MarketId].Rules) with { Link = link($"/lives/{s.Id}"), Categories = ["LIVE"] })];
    }
}
