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

    public static async Task<LiveSession?> Handle(string number, string? market, AppDb db, Actor actor, CancellationToken cancel)
    {
        var found = Visible(db, actor).AsNoTracking().Where(s => s.Number == number);
        if (market is not null) found = found.Where(s => db.Set<Market>().Any(m => m.Id == s.MarketId && m.Code == market));
        var sessions = await found.Take(2).ToListAsync(cancel);
        return sessions.Count > 1 ? throw new Refused("live_session_several", number) : sessions.FirstOrDefault();
    }
}
