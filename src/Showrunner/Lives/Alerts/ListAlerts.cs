using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Sessions;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Shops;

namespace Showrunner.Lives.Alerts;

/// <summary>What should be known of running shows, what nobody has taken on yet first.</summary>
public static class ListAlerts
{
    public const int Most = 200;

    /// <param name="Show">Row number; every show one sees where none is named, and then only what lasts and is not snoozed.</param>
    /// <param name="Market">Code.</param>
    public sealed record Request(long? Show = null, string? Market = null);

    /// <param name="Subject">Name of the product it is about; empty for the whole show.</param>
    public sealed record Item(long Id, long Show, string Title, string Creator, string Market, string Rule, string Subject, DateTimeOffset Since, DateTimeOffset LastSeenAt, DateTimeOffset? OverAt, decimal? Seen, decimal? Usual, string Text,
        DateTimeOffset? AcknowledgedAt, string AcknowledgedBy, DateTimeOffset? SnoozedUntil, bool? WasUseful);

    /// <param name="Judged">Alerts of these markets that somebody called useful or not, and how many were not: the false-alarm rate.</param>
    public sealed record Response(IReadOnlyList<Item> Alerts, int Judged, int NotUseful);

    internal static IQueryable<LiveAlert> Visible(AppDb db, Actor actor) => actor.MarketIds is { } markets ? db.LiveAlerts.Where(a => markets.Contains(a.MarketId)) : db.LiveAlerts;

    public static async Task<Response> Handle(Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.See);
        var now = clock.GetUtcNow();
        var alerts = Visible(db, actor).AsNoTracking();
        if (request.Market is { } code) alerts = alerts.Where(a => db.Set<Market>().Any(m => m.Id == a.MarketId && m.Code == code));
        var judged = await alerts.Where(a => a.WasUseful != null).GroupBy(a => a.WasUseful).Select(g => new { Useful = g.Key, Count = g.Count() }).ToListAsync(cancel);
        alerts = request.Show is { } show ? alerts.Where(a => a.SessionId == show) : alerts.Where(a => a.OverAt == null && (a.SnoozedUntil == null || a.SnoozedUntil <= now));
        var rows = await (from alert in alerts
                          join session in FindSession.Visible(db, actor) on alert.SessionId equals session.Id
                          join market in db.Set<Market>() on alert.MarketId equals market.Id
                          orderby alert.OverAt == null descending, alert.AcknowledgedAt == null descending, alert.Since descending, alert.Id
                          select new { alert, session.Title, session.CreatorName, market.Code }).Take(Most).ToListAsync(cancel);
        var numbers = rows.Select(row => row.alert.Subject).Where(subject => subject.Length > 0).Distinct().ToList();
        var names = (await db.Products.AsNoTracking().Where(p => numbers.Contains(p.ProductNo)).Select(p => new { p.MarketId, p.ProductNo, p.Name }).ToListAsync(cancel)).ToDictionary(p => (p.MarketId, p.ProductNo), p => p.Name);
        return new([.. rows.Select(row => row.alert is var a ? new Item(a.Id, a.SessionId, row.Title, row.CreatorName, row.Code, a.Rule, names.GetValueOrDefault((a.MarketId, a.Subject)) is { Length: > 0 } name ? name : a.Subject, a.Since, a.LastSeenAt, a.OverAt, a.Seen, a.Usual, a.Text,
            a.AcknowledgedAt, a.AcknowledgedBy, a.SnoozedUntil, a.WasUseful) : null!)], judged.Sum(j => j.Count), judged.Where(j => j.Useful == false).Sum(j => j.Count));
    }
}
