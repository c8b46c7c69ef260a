using System.Globalization;
using Showrunner.Insights;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Ledger;

/// <summary>Totals over periods as the files give them, row by row: exact, as a range, or not shared.</summary>
public static class ShowTotals
{
    public const int PageSize = 50;
    private const int Furthest = 1_000_000;

    /// <param name="Measure">Code of the figure; see <see cref="TotalMeasure"/>.</param>
    /// <param name="Subject">creator or product: whose totals.</param>
    public sealed record Request(
        string? Market, DateOnly From, DateOnly To, string? Measure = null, string? Subject = null, long? Creator = null, long? Product = null, string? Sort = null, int After = 0);

    public sealed record Total(string Measure, DateOnly From, DateOnly To, long CreatorId, string Creator, long ProductId, string Product, string State, long Low, long High);
    /// <param name="Sum">Of the exact ones; ranges and what is not shared are left out.</param>
    /// <param name="Counted">The periods whose rows the figures add up; others overlap them.</param>
    public sealed record Response(IReadOnlyList<Total> Totals, long Count, long? Sum, long Inexact, int? Next, IReadOnlyList<DayRange> Counted, MarketExtent Extent, long Change, DateTimeOffset AsOf);

    public static async Task<Response> Handle(Request request, BoardDesk desk, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var product = request.Subject == "product" || request.Product is not null;
        var query = new MetricQuery(open.Rules, ["gmv"], new DayRange(request.From, request.To)) { By = product ? ["product"] : [] };
        var counted = await open.TotalPeriods(query, cancel);
        var measure = request.Measure ?? TotalMeasure.Gmv;
        var where = $"f.measure = $1 AND f.subject = '{(product ? "product" : "creator")}' AND ({In(counted)})" + PersonRows.Of("f.creator_id", request.Creator is { } creator ? [creator] : []) + Row("product_id", request.Product);
        var sums = (await open.Rows($"SELECT count(*), CAST(sum(CASE WHEN state = 'exact' THEN low END) AS BIGINT), count(*) FILTER (state <> 'exact') FROM period_total f WHERE f.market_id = {open.Id} AND {where}", [measure], cancel))[0];
        var after = Math.Clamp(request.After, 0, Furthest);
        var rows = await Read(open, where, [measure], request.Sort == "low" ? "f.low, f.high" : "f.low DESC, f.high DESC", after, PageSize + 1, cancel);
        return new Response([.. rows.Take(PageSize)], (long)sums[0]!, (long?)sums[1], (long)sums[2]!, rows.Count > PageSize ? after + PageSize : null, counted, open.Extent, open.Change, open.AsOf);
    }

    /// <summary>Everything totals say of one creator or product inside a period or around it, newest first.</summary>
    internal static Task<IReadOnlyList<Total>> Of(OpenMarket open, string column, long id, CancellationToken cancel) =>
        Read(open, string.Create(CultureInfo.InvariantCulture, $"f.{column} = {id} AND f.subject = '{column[..^3]}'"), [], "f.period_to DESC, f.period_from, f.measure", 0, 120, cancel);

    private static async Task<IReadOnlyList<Total>> Read(OpenMarket open, string where, IReadOnlyList<string> parameters, string order, int after, int take, CancellationToken cancel)
    {
        var rows = await open.Rows(string.Create(CultureInfo.InvariantCulture, $"""
            SELECT f.measure, f.period_from, f.period_to, f.creator_id, coalesce(c.handle, ''), f.product_id, CASE WHEN p.name <> '' THEN p.name ELSE coalesce(p.product_no, '') END, f.state, f.low, f.high
            FROM period_total f LEFT JOIN creator c ON c.id = f.handle_id LEFT JOIN product p ON p.id = f.product_id
            WHERE f.market_id = {open.Id} AND {where} ORDER BY {order}, f.creator_id, f.product_id, f.occurrence LIMIT {take} OFFSET {after}
            """), parameters, cancel);
        return [.. rows.Select(r => new Total((string)r[0]!, (DateOnly)r[1]!, (DateOnly)r[2]!, (long)r[3]!, (string)r[4]!, (long)r[5]!, (string)r[6]!, (string)r[7]!, (long)r[8]!, (long)r[9]!))];
    }

    private static string In(IReadOnlyList<DayRange> periods) => periods.Count == 0 ? "1 = 0"
        : string.Join(" OR ", periods.Select(p => $"(f.period_from = DATE '{p.From:yyyy-MM-dd}' AND f.period_to = DATE '{p.To:yyyy-MM-dd}')"));

    private static string Row(string column, long? id) => id is { } row ? string.Create(CultureInfo.InvariantCulture, $" AND f.{column} = {row}") : "";
}
