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

    // Asked with every batch of events: translated once.
    private static readonly OncePerDatabase<Func<AppDb, string, string?, bool, long[], IAsyncEnumerable<Found>>> Named = new(() => EF.CompileAsyncQuery((AppDb db, string number, string? market, bool seesAll, long[] seen) =>
        (from session in db.Set<LiveSession>().AsNoTracking()
         join own in db.Set<Market>().AsNoTracking() on session.MarketId equals own.Id
         where session.Number == number && (market == null || own.Code == market) && (seesAll || seen.Contains(session.MarketId))
         select new Found(session, own)).Take(2)));

    public static async Task<Found?> Handle(string number, string? market, AppDb db, Actor actor, CancellationToken cancel)
    {
        var sessions = await Named.For(db)(db, number, market, actor.MarketIds is null, [.. actor.MarketIds ?? []]).ToListAsync(cancel);
        return sessions.Count > 1 ? throw new Refused("live_session_several", number) : sessions.FirstOrDefault();
    }
}
