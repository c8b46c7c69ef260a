using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;

namespace Showrunner.Lives.Watching;

/// <summary>
/// The running shows as this process knows them: a cache of what is stored, never more. What this process wrote it adds up itself;
/// what another wrote it sees by the version of the show, and reads.
/// </summary>
public sealed class LiveBoard
{
    private readonly ConcurrentDictionary<long, ShowState> _shows = new();

    public IReadOnlyCollection<ShowState> Shows => (IReadOnlyCollection<ShowState>)_shows.Values;

    public ShowState? Of(long session) => _shows.GetValueOrDefault(session);

    /// <summary>What was just written by this process.</summary>
    public void Take(IReadOnlyList<StoredShow> written)
    {
        foreach (var show in written)
            if (_shows.TryGetValue(show.SessionId, out var state)) state.Take(show);
    }

    /// <summary>Brings what is known up to what is stored; shows that are long over are forgotten.</summary>
    public async Task Follow(AppDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - WatchedAfter;
        var stored = await db.LiveSessions.AsNoTracking().Where(s => s.EndedAt == null && s.StartedAt > now - GivenUpAfter || s.EndedAt > since).ToListAsync(cancel);
        foreach (var session in stored)
        {
            var state = _shows.GetOrAdd(session.Id, _ => new ShowState(session));
            if (!state.Describe(session)) await Read(state, session, db, cancel);
        }
        var kept = stored.Select(session => session.Id).ToHashSet();
        foreach (var old in _shows.Keys.Where(id => !kept.Contains(id))) _shows.TryRemove(old, out _);
    }

    /// <summary>A show for itself, running or long over.</summary>
    public async Task<ShowState> Read(LiveSession session, AppDb db, CancellationToken cancel)
    {
        if (_shows.TryGetValue(session.Id, out var known) && known.Describe(session)) return known;
        var state = known ?? new ShowState(session);
        await Read(state, session, db, cancel);
        return state;
    }

    private static async Task Read(ShowState state, LiveSession session, AppDb db, CancellationToken cancel)
    {
        // A version that is the same before and after says that nobody wrote in between, so that nothing is counted twice.
        for (var tries = 0; tries < 5; tries++)
        {
            var before = await Version();
            var minutes = await ReadMinutes.Of(session.Id, db, cancel);
            if (await Version() != before) continue;
            state.Put(before, minutes);
            return;
        }

        Task<long> Version() => db.LiveSessions.Where(s => s.Id == session.Id).Select(s => s.Version).SingleAsync(cancel);
    }

    /// <summary>A show stays on the wall this long after its end, and one that nobody ended is taken for over.</summary>
    public static readonly TimeSpan WatchedAfter = TimeSpan.FromMinutes(30), GivenUpAfter = TimeSpan.FromHours(36);
}
