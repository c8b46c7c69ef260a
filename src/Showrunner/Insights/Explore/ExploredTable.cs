using Showrunner.Metrics;
using Showrunner.Office;
using Showrunner.Reports;

namespace Showrunner.Insights.Explore;

/// <summary>An answer as a table of a file: money in major units, rates as fractions, the whole at the foot.</summary>
public static class ExploredTable
{
    /// <param name="explored">The answer.</param>
    /// <param name="report">Formats of its market.</param>
    /// <param name="words">Names in the reader's language.</param>
    /// <param name="compared">With the figures before, and how they changed.</param>
    public static Table Of(Explored explored, ReportWords report, ExploreWords words, bool compared = true)
    {
        compared &= explored.Compares;
        var table = explored.Table;
        List<Column> columns = [.. explored.By.Select(code => new Column(words.Dimension(code), CellFormat.Text))];
        if (explored.HasTime) columns.Add(new Column(words.BucketHeading(explored.Asked.Grain), CellFormat.Date));
        if (columns.Count > 0) columns[0] = columns[0] with { Total = Total.Label(words.Say["table.total"]) };
        for (var i = 0; i < table.Metrics.Count; i++)
        {
            var (metric, name) = (table.Metrics[i], words.Metric(table.Metrics[i].Code));
            columns.Add(new Column(name, Format(metric, report), Total: Foot(explored, i, report)));
            if (!compared) continue;
            columns.Add(new Column(words.Say["report.before", name], Format(metric, report), Total: explored.HasGroups || explored.HasTime ? Total.Figure(report.Major(metric, explored.TotalBefore(i))) : null));
            // A percentage of a percentage confuses.
            if (metric.Unit != Unit.Rate) columns.Add(new Column(words.Say["explore.change", name], CellFormat.Change()) { Better = metric.Direction switch { Direction.Up => Better.Higher, Direction.Down => Better.Lower, _ => Better.Neither } });
        }
        return new Table(columns, table.Rows.Select(row => Cells(explored, row, report, words, compared)));
    }

    public static CellFormat Format(Metric metric, ReportWords report) => metric is { Unit: Unit.Count, IsRatio: true } ? CellFormat.Number(2) : report.Format(metric);

    private static List<object?> Cells(Explored explored, MetricRow row, ReportWords report, ExploreWords words, bool compared)
    {
        List<object?> cells = [.. explored.By.Select((code, i) => words.Group(code, row.Keys[i], row.Labels[i]))];
        if (explored.HasTime) cells.Add(row.Bucket);
        for (var i = 0; i < explored.Table.Metrics.Count; i++)
        {
            cells.Add(report.Major(explored.Table.Metrics[i], row.Values[i]));
            if (!compared) continue;
            var before = explored.Before(row, i);
            cells.Add(report.Major(explored.Table.Metrics[i], before));
            if (explored.Table.Metrics[i].Unit != Unit.Rate) cells.Add(before is > 0 ? row.Values[i] / before - 1 : null);
        }
        return cells;
    }

    /// <summary>A sum where the rows make the whole, so that it follows the filter; the figure of everything otherwise.</summary>
    private static Total? Foot(Explored explored, int metric, ReportWords report) => !explored.HasGroups && !explored.HasTime ? null
        : explored.AddsUp(metric) && !explored.Cut ? Total.Sum : Total.Figure(report.Major(explored.Table.Metrics[metric], explored.Total(metric)));
}
