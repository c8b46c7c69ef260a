using System.Globalization;
using Showrunner.Creators.Past;
using Showrunner.Web;

namespace Showrunner.Ledger;

/// <summary>A creator's first and last sale, his videos and his LIVEs.</summary>
internal sealed class LedgerTimeline(Say say, Viewer viewer, Formats formats) : ITimelineSource
{
    private const int DaysOfSales = 28;

    public async Task<IReadOnlyList<Happening>> Read(TimelineQuestion question, CancellationToken cancel)
    {
        var (market, creator) = (question.Open.Id.ToString(CultureInfo.InvariantCulture), question.Id.ToString(CultureInfo.InvariantCulture));
        var mine = $"market_id = {market} AND creator_id = {creator}";
        var before = question.Before is { } at ? string.Create(CultureInfo.InvariantCulture, $" WHERE moment < TIMESTAMP '{at.UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff}'") : "";
        var rows = await question.Open.Rows($"""
            SELECT * FROM (
              SELECT 'first' AS kind, min(ordered_at) AS moment, '' AS content_no, '' AS title, CAST(NULL AS BIGINT) AS gmv, CAST(NULL AS BIGINT) AS views FROM order_line WHERE {mine} AND status <> 'unpaid' HAVING count(*) > 0
              UNION ALL SELECT 'last', max(ordered_at), '', '', NULL, NULL FROM order_line WHERE {mine} AND status <> 'unpaid' HAVING min(ordered_at) < max(ordered_at)
              UNION ALL SELECT kind, min(posted_at), content_no, max(title), CAST(max(coalesce(gmv_minor, attributed_gmv_minor)) AS BIGINT), CAST(max(views) AS BIGINT) FROM content_stat WHERE {mine} GROUP BY kind, content_no
            ){before} ORDER BY moment DESC, content_no LIMIT {question.Take.ToString(CultureInfo.InvariantCulture)}
            """, [], cancel);
        return [.. rows.Select(row => Said(row, question.Open.Rules.DayOf((DateTimeOffset)row[1]!)))];
    }

    private Happening Said(object?[] row, DateOnly day)
    {
        var (kind, at, no, title) = ((string)row[0]!, (DateTimeOffset)row[1]!, (string)row[2]!, (string)row[3]!);
        if (kind is "first" or "last") return new Happening(at, say["ledger.past.sale." + kind]);
        var note = new[] { (long?)row[5] is { } views ? say["ledger.past.views", formats.CountShort(views)] : null, (long?)row[4] is { } gmv ? formats.MoneyShort(gmv) : null }.Where(part => part is not null);
        return new Happening(at, say["ledger.past." + kind, title.Length > 0 ? title : no], string.Join(" · ", note), viewer.Link("/lines", ("content", no), ("preset", null), ("from", Text(day)), ("to", Text(day.AddDays(DaysOfSales - 1)))));
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
