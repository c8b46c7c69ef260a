using Showrunner.Metrics;
using Showrunner.Office;

namespace Showrunner.Reports.Weekly;

/// <summary>Day by day, or why there are no days.</summary>
internal static class TrendSection
{
    public const string Name = "trend";

    /// <summary>What adds up over days. An order with lines on two days is one order, so orders do not.</summary>
    public static readonly IReadOnlyList<string> Summed = ["gmv", "net_sales", "items", "refunds", "est_earnings", "settled_earnings"];

    public static Section Of(WeeklyFigures figures, ReportWords words)
    {
        var sheet = words.Say("report.sheet.trend");
        if (figures.Days is not { } days)
            return new Section(sheet, words.Say("report.noDays")) { Code = Name, Sentences = [words.Say(figures.FromTotals ? "report.noDays.totals" : "report.gmv.unknown")] };
        var day = words.Say("chart.day");
        var (gmv, before) = (words.Label("gmv"), words.Before("gmv"));
        List<Column> columns = [new Column(day, CellFormat.ShortDate, Width: 13, Total: Total.Label(words.Say("table.total")))];
        columns.Add(new Column(gmv, words.MoneyFormat, Total: Total.Sum));
        if (figures.Compared)
        {
            columns.Add(new Column(before, words.MoneyFormat, Total: Total.Sum));
            columns.Add(new Column(words.Say("report.change"), CellFormat.Change()) { Better = Better.Higher });
        }
        foreach (var metric in days.Metrics.Skip(1))
            columns.Add(new Column(words.Label(metric.Code), words.Format(metric), Total: Summed.Contains(metric.Code) ? Total.Sum : null));
        var drawn = new List<ChartSeries> { new(gmv) };
        if (figures.Compared) drawn.Insert(0, new ChartSeries(before, SeriesRole.Comparison));
        var headline = Headline(days, words);
        return new Section(sheet, headline)
        {
            Code = Name,
            Table = new ContentTable(Name, new Table(columns, [.. days.Rows.Select(r => Row(r, days, figures, words))]),
                new ChartSpec(ChartKind.Line, words.Say("report.gmvByDay"), day, drawn) { Description = headline }),
            Notes = [words.Say("report.ordersByDay")],
        };
    }

    private static IReadOnlyList<object?> Row(MetricRow row, MetricTable days, WeeklyFigures figures, ReportWords words)
    {
        List<object?> cells = [row.Bucket, words.Major(days.Metrics[0], row.Values[0])];
        if (figures.Compared)
        {
            cells.Add(words.Major(days.Metrics[0], row.Before[0]));
            cells.Add(Rank.Share(row.Values[0] - row.Before[0], row.Before[0]));
        }
        for (var i = 1; i < days.Metrics.Count; i++) cells.Add(words.Major(days.Metrics[i], row.Values[i]));
        return cells;
    }

    private static string Headline(MetricTable days, ReportWords words)
    {
        if (days.Rows.Count == 1) return words.Say("report.oneDay", words.Formats.Weekday(days.Rows[0].Bucket!.Value), words.Money(days.Rows[0].Values[0]));
        var (high, low) = (days.Rows.MaxBy(r => r.Values[0] ?? 0)!, days.Rows.MinBy(r => r.Values[0] ?? 0)!);
        return words.Say("report.highLow", words.Formats.Weekday(high.Bucket!.Value), words.Money(high.Values[0]), words.Formats.Weekday(low.Bucket!.Value), words.Money(low.Values[0]));
    }
}
