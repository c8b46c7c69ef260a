using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Lives.Sessions;
using Showrunner.Lives.Watching;

namespace Showrunner.Lives.Usual;

/// <summary>Reads the newest shows of a market that are over.</summary>
public static class ReadPast
{
    private const int Most = 300, Least = 10, AtOnce = 50;
    private static readonly TimeSpan Back = TimeSpan.FromDays(180);

    /// <summary>Changes when another show is over.</summary>
    public sealed record Stamp(int Shows, DateTimeOffset? Last);

    public static async Task<Stamp> Newest(long marketId, AppDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var over = Over(marketId, db, now);
        return new(await over.CountAsync(cancel), await over.MaxAsync(s => s.EndedAt, cancel));
    }

    public static async Task<IReadOnlyList<PastCourse>> Of(long marketId, AppDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var sessions = await Over(marketId, db, now).AsNoTracking().OrderByDescending(s => s.StartedAt).ThenBy(s => s.Id).Take(Most).ToListAsync(cancel);
        var ids = sessions.Select(s => s.CreatorId).OfType<long>().Distinct().ToList();
        var categories = await db.Creators.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Category, cancel);
        List<PastCourse> past = [];
        foreach (var some in sessions.Chunk(AtOnce))
        {
            var minutes = await ReadMinutes.OfShows([.. some.Select(s => s.Id)], db, cancel);
            foreach (var session in some)
            {
                var figures = new ShowFigures(session, minutes[session.Id], now);
                var length = Math.Min(figures.Minutes, (int)Math.Ceiling((session.EndedAt!.Value - session.StartedAt).TotalMinutes));
                if (length < Least) continue; // a test of the camera is no show
                past.Add(new(session.CreatorName, session.CreatorId is { } creator ? categories.GetValueOrDefault(creator, "") : "", length,
                    PastCourse.Measures.Where(measure => figures.Series(measure) is not null).ToDictionary(measure => measure, measure => PastCourse.Of(measure, figures.Series(measure)!.Values)[..length])));
            }
        }
        return past;
    }

    private static IQueryable<LiveSession> Over(long marketId, AppDb db, DateTimeOffset now)
    {
        var since = now - Back;
        return db.LiveSessions.Where(s => s.MarketId == marketId && s.EndedAt != null && s.StartedAt > since);
    }
}
