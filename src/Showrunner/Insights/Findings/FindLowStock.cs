using System.Globalization;
using Showrunner.Ledger;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Insights.Findings;

/// <summary>
/// Products that sell well and will be gone before a delivery comes: a rule, not a test. Only stock that was told in the last week counts.
/// </summary>
internal static class FindLowStock
{
    public const string Kind = "stock_low";
    private const int Pace = 14, Needed = 14, Alarm = 7, Fresh = 7, Most = 10;
    private const decimal LeastShare = 0.003m;

    public static async Task<IReadOnlyList<Found>> Handle(OpenMarket open, FindingScope scope, DateOnly last, CancellationToken cancel)
    {
        if (scope.Dimension is "creator" or "campaign") return []; // stock is the seller's
        var days = new DayRange(last.AddDays(1 - Pace), last);
        var sold = await open.Ask(new MetricQuery(open.Rules, ["gmv", "stock", "days_of_cover"], days) { By = ["product"], Where = scope.Within, Sort = "-gmv", Top = 500 }, cancel);
        var all = sold.Rows.Sum(r => r.Values[0] ?? 0);
        var fresh = (await open.Rows(string.Create(CultureInfo.InvariantCulture, $"""
            SELECT product_id FROM product_figure WHERE market_id = {open.Id} AND measure = '{GoodsMeasure.Stock}' AND day <= DATE '{last:yyyy-MM-dd}'
            GROUP BY product_id HAVING max(day) > DATE '{last.AddDays(-Fresh):yyyy-MM-dd}'
            """), [], cancel)).Select(r => ((long)r[0]!).ToString(CultureInfo.InvariantCulture)).ToHashSet();
        return [.. (from row in sold.Rows
                   where row is { Values: [{ } gmv, > 0 and { } _, < Alarm and { } _] } && gmv >= LeastShare * all && fresh.Contains(row.Keys[0])
                   let stock = (double)row.Values[1]!.Value
                   let cover = (double)row.Values[2]!.Value
                   let stake = (long)((double)row.Values[0]!.Value / Pace * (Needed - cover))
                   orderby stake descending
                   select new Found(Kind, "product", long.Parse(row.Keys[0], CultureInfo.InvariantCulture), row.Labels[0], days, stock, cover > 0 ? stock / cover * Needed : 0, 0, 0, -stake, 0)).Take(Most)];
    }
}
