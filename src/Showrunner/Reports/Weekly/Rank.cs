using Showrunner.Metrics;
using Showrunner.Metrics.Dictionary;
using Showrunner.Office;

namespace Showrunner.Reports.Weekly;

/// <summary>Groups as a table: GMV, comparison, change, share and the figures that are known.</summary>
internal static class Rank
{
    public static decimal? Share(decimal? part, decimal? whole) => part is { } p && whole is { } w && w > 0 ? p / w : null;

    public static Table Table(string heading, string total, IReadOnlyList<Group> groups, WeeklyFigures figures, ReportWords words, double? width = null)
    {
        var others = Others(groups);
        List<Column> columns = [new Column(heading, CellFormat.Text, width, Total.Label(total)) { Wrap = width is not null }];
        columns.Add(new Column(words.Label("gmv"), words.MoneyFormat, Total: Total.Sum) { Bar = true });
        if (figures.Compared)
        {
            columns.Add(new Column(words.Before("gmv"), words.MoneyFormat, Total: Total.Sum));
            columns.Add(new Column(words.Say("report.change"), CellFormat.Change()) { Better = Better.Higher });
        }
        columns.Add(new Column(words.Say("report.share"), CellFormat.Percent(), Total: Total.Sum));
        foreach (var at in others)
        {
            var metric = Metric(at);
            columns.Add(new Column(words.Label(metric.Code), words.Format(metric), Total: metric.Code is "items" or "est_earnings" ? Total.Sum : null));
        }
        return new Table(columns, [.. groups.Select(g => Row(g, others, figures, words))]);
    }

    private static IReadOnlyList<object?> Row(Group group, List<int> others, WeeklyFigures figures, ReportWords words)
    {
        List<object?> cells = [group.Label, words.Major(Metric(0), group.Values[0])];
        if (figures.Compared)
        {
            cells.Add(words.Major(Metric(0), group.BeforeValues[0]));
            cells.Add(Share(group.Change, group.Before));
        }
        cells.Add(Share(group.Values[0], figures.Gmv));
        foreach (var at in others) cells.Add(words.Major(Metric(at), group.Values[at]));
        return cells;
    }

    /// <summary>A column that nobody knows a figure for is left out.</summary>
    private static List<int> Others(IReadOnlyList<Group> groups) =>
        [.. Enumerable.Range(1, WeeklyFigures.ByGroup.Count - 1).Where(at => groups.Any(g => g.Values[at] is not null))];

    private static Metric Metric(int at) => MetricDictionary.Find(WeeklyFigures.ByGroup[at])!;
}
