using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;
using Showrunner.Platform;

namespace Showrunner.Lives.Sources;

public enum WholeOutcome { Unchanged, Told, Replaced }

/// <summary>A source that tells a show as a whole, such as a file. The same again changes nothing; something else replaces what it told before, so that nothing counts twice.</summary>
internal static class TellWhole
{
    private const int Together = 500;

    public static async Task<Dictionary<long, WholeOutcome>> Take(string source, IReadOnlyDictionary<long, List<LiveEvent>> shows, EventQueue queue, AppDb db, CancellationToken cancel)
    {
        var outcomes = new Dictionary<long, WholeOutcome>();
        foreach (var part in shows.Where(show => show.Value.Count > 0).Chunk(Together))
        {
            var ids = part.Select(show => show.Key).ToList();
            var known = (await db.LiveEvents.Where(e => ids.Contains(e.SessionId) && e.Source == source).Select(e => new { e.SessionId, e.EventNo }).ToListAsync(cancel)).ToLookup(e => e.SessionId, e => e.EventNo);
            var fed = (await db.LiveFeeds.Where(f => ids.Contains(f.SessionId) && f.Source == source).Select(f => f.SessionId).ToListAsync(cancel)).ToHashSet();
            List<Batch> told = [];
            foreach (var (session, events) in part)
            {
                var isSame = fed.Contains(session) && known[session].ToHashSet().SetEquals(events.Select(happened => happened.EventNo));
                outcomes[session] = isSame ? WholeOutcome.Unchanged : fed.Contains(session) ? WholeOutcome.Replaced : WholeOutcome.Told;
                if (isSame) continue;
                if (fed.Contains(session)) await Forget(session, source, db, cancel);
                var batch = new Batch(session, source, events, 0);
                if (!queue.TryAdd(batch)) throw new Refused("too_busy");
                told.Add(batch);
            }
            foreach (var batch in told)
                try { await batch.Stored.WaitAsync(cancel); }
                catch (Exception problem) when (!cancel.IsCancellationRequested && !DiskFull.Is(problem)) { throw new Refused("not_stored"); }
        }
        return outcomes;
    }

    private static async Task Forget(long session, string source, AppDb db, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LiveSessions.Where(s => s.Id == session).ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, x => x.Version + 1), cancel); // whoever holds it in memory reads it anew
        await db.LiveEvents.Where(e => e.SessionId == session && e.Source == source).ExecuteDeleteAsync(cancel);
        await db.LiveMinutes.Where(m => m.SessionId == session && m.Source == source).ExecuteDeleteAsync(cancel);
        await db.LiveFeeds.Where(f => f.SessionId == session && f.Source == source).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
