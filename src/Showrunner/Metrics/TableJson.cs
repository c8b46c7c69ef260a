using System.Globalization;
using Showrunner.Markets;

namespace Showrunner.Metrics;

/// <summary>An answer as the API and the command line write it: money as decimal text in major units, ratios as numbers, counts as integers, unknown as null.</summary>
public static class TableJson
{
    public sealed record Column(string Name, string Unit, string? Currency);
    public sealed record Answer(IReadOnlyList<Column> Columns, IReadOnlyList<object?[]> Rows, DateTimeOffset AsOf, long Freshness, string Source);

    public static Answer Of(MetricTable table)
    {
        var query = table.Query;
        List<Column> columns = [.. query.By.Select(d => new Column(d, "text", null))];
        if (query.Grain != "none") columns.Add(new Column(query.Grain, "day", null));
        foreach (var metric in table.Metrics) columns.Add(new Column(metric.Code, Word(metric.Unit), metric.Unit == Unit.Money ? query.Market.Currency : null));
        if (table.Compared is not null)
            foreach (var metric in table.Metrics) columns.Add(new Column(metric.Code + "_before", Word(metric.Unit), metric.Unit == Unit.Money ? query.Market.Currency : null));
        return new Answer(columns, [.. table.Rows.Select(row => Cells(table, row))], table.AsOf, table.Freshness, Source(table));
    }

    private static object?[] Cells(MetricTable table, MetricRow row)
    {
        IEnumerable<object?> cells = row.Labels;
        if (table.Query.Grain != "none") cells = cells.Append(row.Bucket?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        cells = cells.Concat(table.Metrics.Select((m, i) => Value(m, row.Values[i], table.Query.Market)));
        if (table.Compared is not null) cells = cells.Concat(table.Metrics.Select((m, i) => Value(m, row.Before[i], table.Query.Market)));
        return [.. cells];
    }

    private static object? Value(Metric metric, decimal? value, MarketRules market) => value switch
    {
        null => null,
        { } v when metric.Unit == Unit.Money => (v / market.MinorPerMajor).ToString("F" + market.MinorUnits, CultureInfo.InvariantCulture),
        { } v when metric.Unit == Unit.Count && !metric.IsRatio => (long)v,
        { } v => (double)v,
    };

    private static string Word(Unit unit) => unit switch
    {
        Unit.Money => "money",
        Unit.Count => "count",
        Unit.Rate => "ratio",
        Unit.Seconds => "seconds",
        Unit.Days => "days",
        _ => "hours",
    };

    private static string Source(MetricTable table) => table.FromTotals
        ? "totals " + string.Join(", ", table.TotalPeriods) : string.Join(", ", table.Sources.OfType<Family>().Distinct().Select(f => f.ToString().ToLowerInvariant()));
}
