using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Lives.Inviting;
using Showrunner.Platform;

namespace Showrunner.Lives;

/// <summary>Another time, host or place. Whoever was invited is told, unless that is left for later.</summary>
public static class ChangeShow
{
    /// <param name="TellHost">Sends the change to an invited host; a host who is no longer the host is told that he is free.</param>
    /// <param name="Sequence">What the person has seen; refused when the show has changed since.</param>
    public sealed record Request(ShowFields Show, bool TellHost = true, int? Sequence = null);

    public static async Task Handle(long id, Request request, HostLetters letters, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.Plan);
        var show = await ListShows.Visible(db, actor).FirstOrDefaultAsync(s => s.Id == id, cancel) ?? throw new Refused("not_found");
        if (request.Sequence is { } seen && seen != show.Sequence) throw new Refused("changed_meanwhile");
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == show.MarketId, cancel);
        var before = show.Planned;
        if (!show.Plan(await (request.Show ?? throw new Refused("live_when")).Plan(market, db, cancel))) return;
        await letters.AfterChange(show, before, request.TellHost, actor, cancel);
        db.Audit(actor, "live.changed", show, new { before, after = show.Planned });
        await db.SaveChangesAsync(cancel);
    }
}
