using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Alerts.Telling;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Usual;
using Showrunner.Lives.Watching;
using Showrunner.Platform;

namespace Showrunner.Lives.Alerts;

/// <summary>Looks at every running show every fifteen seconds with every rule. What lasts, or is so again within five minutes, stays one alert; what is over is ended; several processes may look at once.</summary>
public sealed class WatchShows(IServiceScopeFactory scopes, LiveBoard board, KeptUsual kept, IEnumerable<AlertRule> rules, TimeProvider clock, ILogger<WatchShows> log) : Rounds(log)
{
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10), SameAgain = TimeSpan.FromMinutes(5);
    private static readonly EventKind[] Marks = [.. Enum.GetValues<EventKind>().Where(EventKinds.IsMark)];
    private readonly List<AlertRule> _rules = [.. rules];

    protected override async Task Round(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.GetUtcNow();
        await board.Follow(db, now, cancel);
        kept.Look();
        var running = board.Shows.Where(show => show.Session.EndedAt is null).ToList();
        var again = now - SameAgain;
        var open = await db.LiveAlerts.Where(a => a.OverAt == null || a.OverAt > again).OrderBy(a => a.OverAt != null).ThenByDescending(a => a.Id).ToListAsync(cancel);
        if (running.Count == 0 && open.Count == 0) return;
        var ids = running.Select(show => show.Session.Id).ToList();
        var since = now - Recent;
        var marks = (await db.LiveEvents.AsNoTracking().Where(e => ids.Contains(e.SessionId) && Marks.Contains(e.Kind) && e.At >= since).OrderBy(e => e.At).ToListAsync(cancel)).ToLookup(e => e.SessionId);
        HashSet<LiveAlert> lasting = [];
        foreach (var show in running)
        {
            var figures = show.Figures(now);
            var usual = kept.Of(show.Session.MarketId);
            var watched = new WatchedShow(show, figures, FeedHealth.Of(show.Session, figures, now), [.. marks[show.Session.Id]], usual, OddMinutes.Of(show.Session, figures, usual), now);
            foreach (var rule in _rules)
                foreach (var sighting in rule.Look(watched))
                {
                    var alert = open.FirstOrDefault(a => a.SessionId == show.Session.Id && a.Rule == rule.Code && a.Subject == sighting.Subject);
                    if (alert is null) db.Add(alert = new LiveAlert { SessionId = show.Session.Id, MarketId = show.Session.MarketId, Rule = rule.Code, Subject = sighting.Subject, Since = now });
                    alert.See(sighting, now);
                    lasting.Add(alert);
                }
        }
        foreach (var over in open.Where(alert => !lasting.Contains(alert))) over.End(now);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await QueueNotices.Handle(db, now, cancel);
    }
}
