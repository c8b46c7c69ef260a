using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;

namespace Showrunner.Lives.Alerts.Telling;

/// <summary>Puts together what each route is to tell now. A route that spoke lately waits a moment, so that what comes in a burst is one message.</summary>
public static class QueueNotices
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(2);

    public static async Task Handle(AppDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var routes = await db.AlertRoutes.AsNoTracking().ToListAsync(cancel);
        if (routes.Count == 0) return;
        var open = await db.LiveAlerts.AsNoTracking().Where(a => a.OverAt == null && a.AcknowledgedAt == null).OrderBy(a => a.Since).ThenBy(a => a.Id).ToListAsync(cancel);
        if (open.Count == 0) return;
        var (ids, since) = (open.ConvertAll(a => a.Id), now - Quiet);
        var told = (await db.ToldAlerts.AsNoTracking().Where(t => ids.Contains(t.AlertId)).ToListAsync(cancel)).Select(t => (t.RouteId, t.AlertId)).ToHashSet();
        var spoke = (await db.AlertNotices.Where(n => n.QueuedAt > since).Select(n => n.RouteId).ToListAsync(cancel)).ToHashSet();
        var wanted = routes.Select(r => r.PersonId).OfType<long>().ToHashSet();
        var people = await db.People.AsNoTracking().Where(p => wanted.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        foreach (var route in routes.Where(r => !spoke.Contains(r.Id)))
        {
            var due = open.Where(alert => route.IsDue(alert, now) && !told.Contains((route.Id, alert.Id))).ToList();
            if (due.Count == 0) continue;
            var person = route.PersonId is { } id ? people.GetValueOrDefault(id) : null;
            if (!route.IsCall && person?.WorksIn(route.MarketId) != true) continue; // left, or sees this market no more
            await Queue(db, route, person, due, now, cancel);
        }
    }

    private static async Task Queue(AppDb db, AlertRoute route, Person? person, List<LiveAlert> due, DateTimeOffset now, CancellationToken cancel)
    {
        db.Add(AlertNotice.Of(route, person, due, now));
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateException) { } // another worker tells the same alerts at this moment
        db.ChangeTracker.Clear();
    }
}
