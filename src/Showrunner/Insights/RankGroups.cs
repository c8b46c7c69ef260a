using System.Globalization;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Insights;

/// <summary>One creator, product or shop in a list for a period; figures that nothing tells are null.</summary>
public sealed record RankRow(long Id, string Name, decimal? Gmv, decimal? GmvBefore, decimal? Orders, decimal? Items, decimal? RefundRate, decimal? EstEarnings, double? Share);

/// <param name="Rows">This page's rows.</param>
/// <param name="Gmv">GMV of the whole period, which shares are of.</param>
/// <param name="Next">Where the next page starts; null on the last.</param>
/// <param name="Basis">lines, totals or none.</param>
/// <param name="TotalPeriods">Whose totals, when totals answered.</param>
public sealed record Ranking(IReadOnlyList<RankRow> Rows, decimal? Gmv, int? Next, string Basis, IReadOnlyList<DayRange> TotalPeriods);

/// <summary>Creators, products or shops by a figure.</summary>
public static class RankGroups
{
    public const int PageSize = 50;
    private const int Furthest = 50_000;
    private static readonly string[] Metrics = ["gmv", "orders", "items", "refund_rate", "est_earnings"], BriefMetrics = ["gmv", "items"];
    /// <summary>What lists can be sorted by, largest or smallest first.</summary>
    public static readonly IReadOnlyList<string> Sorts = [.. Metrics.SelectMany(code => new[] { "-" + code, code })];

    public sealed record Request(string By, DayRange Range, string Compare, string? Sort = null, int After = 0, int Take = PageSize)
    {
        public IReadOnlyList<MetricFilter> Where { get; init; } = [];
        /// <summary>Only GMV and items, which cost a board the least.</summary>
        public bool Brief { get; init; }
        /// <summary>Only these, e.g. what a search found.</summary>
        public IReadOnlyList<long>? Only { get; init; }
    }

    public static async Task<Ranking> Handle(Request request, OpenMarket open, CancellationToken cancel)
    {
        var sort = Sorts.Contains(request.Sort) ? request.Sort! : "-gmv";
        var after = Math.Clamp(request.After, 0, Furthest);
        var where = request.Only is null ? request.Where : [.. request.Where, MetricFilter.Rows(request.By, request.Only)];
        var query = new MetricQuery(open.Rules, request.Brief ? BriefMetrics : Metrics, request.Range)
        {
            By = [request.By],
            Where = where,
            Compare = request.Compare,
            Sort = sort,
            // One more for the row without anyone, one more to know whether a page follows.
            Top = after + request.Take + 2,
        };
        var table = await open.Ask(query, cancel);
        var whole = await open.Ask(query with { Metrics = ["gmv"], By = [], Where = request.Where, Sort = null, Top = null, Compare = "none", Basis = table.Sources[0] }, cancel);
        var gmv = table.Sources[0] is null ? null : whole["gmv"];
        var fair = table.Sources[0] != Family.Lines || (table.Compared is { } before && open.Extent.Lines is { } lines && lines.From <= before.From);
        var all = table.Rows.Where(r => r.Keys[0] != "0").ToList();
        var rows = all.Skip(after).Take(request.Take).Select(r => Row(table, r, gmv, fair)).ToList();
        return new Ranking(rows, gmv, all.Count > after + request.Take ? after + request.Take : null, table.Sources[0]?.ToString().ToLowerInvariant() ?? "none", table.TotalPeriods);
    }

    private static RankRow Row(MetricTable table, MetricRow row, decimal? gmv, bool fair)
    {
        return new(long.Parse(row.Keys[0], CultureInfo.InvariantCulture), row.Labels[0], Value("gmv"), fair ? row.Before[0] : null,
            Value("orders"), Value("items"), Value("refund_rate"), Value("est_earnings"), ReadBoard.Share(Value("gmv"), gmv));

        decimal? Value(string code) => table.Query.Metrics.Contains(code) ? row.Values[table.Index(code)] : null;
    }
}
