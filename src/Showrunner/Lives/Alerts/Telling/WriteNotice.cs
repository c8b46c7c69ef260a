using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Sessions;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Platform.Mail;
using Showrunner.Shops;
using Showrunner.Web;

namespace Showrunner.Lives.Alerts.Telling;

/// <summary>What a message on alerts says, in its reader's language.</summary>
public sealed class WriteNotice(AppDb db, Texts texts, PublicAddress address)
{
    /// <param name="Escalated">Nobody had taken it on by then.</param>
    /// <param name="Url">Where the show is watched; null where the desk does not know its own address.</param>
    public sealed record Line(long Id, string Rule, string Name, string Market, long Show, string Number, string Title, string Creator, DateTimeOffset Since, bool Escalated, string Saw, string Try, string? Url);

    public async Task<IReadOnlyList<Line>> Handle(AlertNotice notice, CancellationToken cancel)
    {
        var say = Say.In(texts, notice.Language);
        var wait = await db.AlertRoutes.Where(r => r.Id == notice.RouteId).Select(r => r.AfterMinutes).FirstOrDefaultAsync(cancel);
        var rows = await (from told in db.ToldAlerts
                          join alert in db.LiveAlerts on told.AlertId equals alert.Id
                          join session in db.LiveSessions on alert.SessionId equals session.Id
                          join market in db.Markets on alert.MarketId equals market.Id
                          where told.NoticeId == notice.Id
                          orderby alert.Since, alert.Id
                          select new { alert, session, market }).AsNoTracking().ToListAsync(cancel);
        var numbers = rows.Select(row => row.alert.Subject).Where(subject => subject.Length > 0).Distinct().ToList();
        var names = (await db.Products.AsNoTracking().Where(p => numbers.Contains(p.ProductNo)).Select(p => new { p.MarketId, p.ProductNo, p.Name }).ToListAsync(cancel)).ToLookup(p => (p.MarketId, p.ProductNo), p => p.Name);
        return rows.ConvertAll(row =>
        {
            var (alert, session) = (row.alert, row.session);
            var subject = names[(alert.MarketId, alert.Subject)].FirstOrDefault() is { Length: > 0 } name ? name : alert.Subject;
            var market = new MarketOption(row.market.Code, row.market.Name(notice.Language), row.market.Currency, row.market.MinorUnits, row.market.DisplayDecimals, row.market.TimeZone);
            return new Line(alert.Id, alert.Rule, say["live.alert." + alert.Rule], market.Code, session.Id, session.Number, session.Title, session.CreatorName, alert.Since, wait > 0,
                AlertWords.Saw(alert.Rule, subject, alert.Seen, alert.Usual, alert.Text, market, new Formats(texts, notice.Language, market), say), say["live.alert." + alert.Rule + ".try"],
                address.Of(FormattableString.Invariant($"/live/{session.Id}?market={market.Code}")));
        });
    }
}
