using System.Globalization;
using Showrunner.Insights;
using Showrunner.Metrics;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;

namespace Showrunner.Creators.Listing;

/// <summary>Where a list's sales come from: the same family, periods and measures that boards take, as tables to join.</summary>
/// <param name="Family">Lines or totals; null when nothing is known of the period.</param>
/// <param name="Gmv">What all creators sold, which shares are of.</param>
/// <param name="Kept">What is summed already.</param>
internal sealed record DirectorySales(OpenMarket Open, Family? Family, DayRange Range, DayRange Before, bool IsFair, decimal? Gmv, IReadOnlyList<DayRange> Totals, IReadOnlyList<DayRange> TotalsBefore, KeptSales Kept)
{
    public static async Task<DirectorySales> Choose(OpenMarket open, DayRange range, string compare, KeptSales kept, CancellationToken cancel)
    {
        var query = new MetricQuery(open.Rules, ["gmv"], range) { Compare = compare };
        var whole = await open.Ask(query, cancel);
        var before = range.ComparedWith(compare) ?? range.Previous;
        var isTotals = whole.Sources[0] == Metrics.Family.Totals;
        var isFair = isTotals || (open.Extent.Lines is { } lines && lines.From <= before.From);
        return new DirectorySales(open, whole.Sources[0], range, before, isFair, whole.Sources[0] is null ? null : whole["gmv"], whole.TotalPeriods,
            isTotals ? await open.TotalPeriods(query with { Range = before }, cancel) : [], kept);
    }

    public string Basis => Family?.ToString().ToLowerInvariant() ?? "none";

    public static readonly IReadOnlyList<string> Measures = ["gmv", "items", "refunds", "est_earnings"];
    private static readonly IReadOnlyList<string> Gmvs = ["gmv"];

    /// <summary>What each creator sold in the period, in some of the <see cref="Measures"/>: all of them, or those whose rows a SELECT tells.</summary>
    public string Sold(IReadOnlyList<string> measures, string? creators = null) => Of(measures, Measures, Range, Totals, creators);

    /// <summary>Their GMV in the period before.</summary>
    public string Earlier(string? creators = null) => Of(Gmvs, Gmvs, Before, TotalsBefore, creators);

    /// <summary>Who sold nothing sold 0 where order lines are known; of totals, who is not in them is unknown.</summary>
    public string Value(string column) => Family == Metrics.Family.Lines ? $"coalesce(s.{column}, 0)" : "s." + column;

    public string GmvBefore => !IsFair ? "CAST(NULL AS BIGINT)" : Family == Metrics.Family.Lines ? "coalesce(b.gmv, 0)" : "b.gmv";

    private string Of(IReadOnlyList<string> measures, IReadOnlyList<string> keptMeasures, DayRange range, IReadOnlyList<DayRange> periods, string? creators)
    {
        if (Family is not { } family) return $"SELECT CAST(NULL AS BIGINT) AS creator_id, {string.Join(", ", measures.Select(m => "CAST(NULL AS BIGINT) AS " + m))} WHERE 1 = 0";
        var rows = family == Metrics.Family.Lines
            ? $"order_line f WHERE f.market_id = {Id} AND {Days("f.day BETWEEN", range)}"
            : $"period_total f WHERE f.market_id = {Id} AND f.subject = 'creator' AND ({(periods.Count == 0 ? "1 = 0" : string.Join(" OR ", periods.Select(p => $"(f.period_from = {Day(p.From)} AND f.period_to = {Day(p.To)})")))})";
        return Kept.Of(Sum(keptMeasures, null)) is { } table
            ? $"SELECT f.creator_id, {string.Join(", ", measures.Select(m => "f." + m))} FROM {table} f{(creators is null ? "" : $" WHERE f.creator_id IN ({creators})")}"
            : Sum(measures, creators);

        string Sum(IReadOnlyList<string> of, string? only) =>
            $"SELECT f.creator_id, {string.Join(", ", of.Select(m => $"{MetricDictionary.Measure(family, m).Sql} AS {m}"))} FROM {rows}{(only is null ? "" : $" AND f.creator_id IN ({only})")} GROUP BY f.creator_id";
    }

    private string Id => Open.Id.ToString(CultureInfo.InvariantCulture);
    private static string Days(string what, DayRange range) => $"{what} {Day(range.From)} AND {Day(range.To)}";
    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"DATE '{day:yyyy-MM-dd}'");
}
