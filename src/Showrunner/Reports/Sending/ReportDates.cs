using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts.Feeds;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Office;
using Showrunner.Platform;

namespace Showrunner.Reports.Sending;

/// <summary>When reports go out next, in the markets that one sees.</summary>
public sealed class ReportDates(AppDb db) : CalendarSource
{
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(15);

    public override string Code => "reports";
    public override string TitleKey => "feed.reports";

    public override async Task<IReadOnlyList<CalendarEvent>> Events(Actor reader, DateOnly from, Func<string, Uri?> link, CancellationToken cancel)
    {
        if (!reader.May(ReportsRoom.Make)) return [];
        var markets = await db.Markets.AsNoTracking().ToDictionaryAsync(m => m.Id, cancel);
        var due = await db.ReportSchedules.AsNoTracking().Where(s => s.PausedAt == null).OrderBy(s => s.NextDue).ToListAsync(cancel);
        return [.. due.Where(s => reader.SeesMarket(s.MarketId)).Select(s => new CalendarEvent(
            string.Create(CultureInfo.InvariantCulture, $"report-{s.Id}-{s.NextDue:yyyyMMddHHmm}@showrunner"), $"{s.Name} ({markets[s.MarketId].Name(reader.Language)})", EventTime.Between(s.NextDue, s.NextDue + Shown, markets[s.MarketId].Rules.Zone))
        {
            Link = link("/reports/issues"),
            IsFree = true,
        })];
    }
}
