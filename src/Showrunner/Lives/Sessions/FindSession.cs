using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives.Sessions;

/// <summary>The show that a marketplace's number means.</summary>
public static class FindSession
{
    /// <summary>Shows of the markets in scope; another's show does not exist.</summary>
    internal static IQueryable<LiveSession> Visible(AppDb db, Actor actor) =>
        actor.MarketIds is { } markets ? db.LiveSessions.Where(s => markets.Contains(s.MarketId)) : db.LiveSessions;

    public sealed record Found(LiveSession Session, Market Market);

    public static async Task<Found?> Handle(string number, string? market, AppDb db, Actor actor, CancellationToken cancel)
    {
        var found = from session in Visible(db, actor).AsNoTracking()
                    join own in db.Set<Market>().AsNoTracking() on session.MarketId equals own.Id
                    where session.Number == number && (market == null || own.Code == market)
                    select new Found(session, own);
        var sessions = await found.Take(2).ToListAsync(cancel);
        return sessions.Count > 1 ? throw new Refused("live_session_several", number) : sessions.FirstOrDefault();
    }
}
