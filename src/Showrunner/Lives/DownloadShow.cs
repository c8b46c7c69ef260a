using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Office;
using Showrunner.Platform;

namespace Showrunner.Lives;

/// <summary>GET /lives/7/show.ics: the show for one's own calendar.</summary>
public static class DownloadShow
{
    public static async Task<FileContentHttpResult> Handle(long id, AppDb db, Actor actor, TimeProvider clock, HttpContext context, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.See);
        var show = await ListShows.Visible(db, actor).AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancel) ?? throw new Refused("not_found");
        if (show.CancelledAt is not null) throw new Refused("live_cancelled");
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == show.MarketId, cancel);
        var link = new Uri($"{context.Request.Scheme}://{context.Request.Host}/lives/{show.Id}");
        using var buffer = new MemoryStream();
        CalendarWriter.Write(buffer, new CalendarSpec(CalendarMethod.Publish, clock.GetUtcNow(), ShowEvent.Of(show.Uid, show.Sequence, show.Planned, market.Rules) with { Link = link }));
        return TypedResults.File(buffer.ToArray(), "text/calendar; charset=utf-8", $"live-{show.Id}.ics");
    }
}
