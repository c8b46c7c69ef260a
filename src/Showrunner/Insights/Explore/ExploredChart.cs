using Showrunner.Office;
using Showrunner.Reports;

namespace Showrunner.Insights.Explore;

/// <summary>A drawing as a native chart over a table of its own: categories down, series across.</summary>
internal static class ExploredChart
{
    private static readonly string[] Channels = ["live", "video", "product_card", "link"];

    /// <summary>None where the answer is a row of figures, a field of heat or a plain table.</summary>
    public static (Table Table, ChartSpec Chart)? Of(Explored explored, Drawing drawing, ReportWords report, ExploreWords words)
    {
        if (drawing.Kind == "scatter") drawing = DrawGroups.Of(explored, "bar", words);
        if (drawing.Kind is "figures" or "heat" or "table" || drawing.Series.Count == 0) return null;
        var (table, names) = Wide(explored, drawing, report, words);
        // Several figures side by side are told apart by colour, as groups are.
        var several = drawing.Series.Count(one => one.Role == "subject") > 1;
        ChartSeries[] series = [.. drawing.Series.Select((one, i) => new ChartSeries(names[i], several && one.Role == "subject" ? SeriesRole.Group : Role(one), one.Channel is null ? null : Array.IndexOf(Channels, one.Channel)))];
        var kind = drawing.Days.Count == 0 ? drawing.Kind == "bar" ? ChartKind.Bar : ChartKind.StackedColumn
            : drawing.Kind switch { "line" => ChartKind.Line, "stack" => ChartKind.StackedColumn, _ => ChartKind.Column };
        return (table, new ChartSpec(kind, drawing.Title, table.Columns[0].Name, kind == ChartKind.Line ? [.. series.OrderBy(s => s.Role == SeriesRole.Comparison ? 0 : 1)] : series)
        {
            Height = kind == ChartKind.Bar ? 460 : 340,
        });
    }

    /// <summary>The same figures as a table of their own, also for a field of heat.</summary>
    public static (Table Table, IReadOnlyList<string> Series) Wide(Explored explored, Drawing drawing, ReportWords report, ExploreWords words)
    {
        var timed = drawing.Days.Count > 0;
        var heading = timed ? words.BucketHeading(explored.Asked.Grain) : words.Dimension(explored.By[0]);
        var names = Unique([heading, .. drawing.Series.Select(s => s.Name)]);
        var format = ExploredTable.Format(drawing.Metric, report);
        List<Column> columns = [new(names[0], !timed ? CellFormat.Text : explored.Asked.Grain == "month" ? CellFormat.Text : CellFormat.ShortDate), .. names.Skip(1).Select(name => new Column(name, format))];
        var rows = Enumerable.Range(0, timed ? drawing.Days.Count : drawing.Labels.Count).Select(i => (IReadOnlyList<object?>)
            [Category(i), .. drawing.Series.Select(s => (object?)report.Major(drawing.Metric, s.Values[i]))]);
        return (new Table(columns, [.. rows]), [.. names.Skip(1)]);

        object Category(int at) => !timed ? drawing.Labels[at] : explored.Asked.Grain == "month" ? words.Bucket(drawing.Days[at], "month") : drawing.Days[at];
    }

    /// <summary>Two products may have one name, a table's columns may not.</summary>
    private static List<string> Unique(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(name =>
        {
            var free = name;
            for (var n = 2; !taken.Add(free); n++) free = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} ({n})");
            return free;
        })];
    }

    private static SeriesRole Role(Web.ChartSeries series) => series.Role switch
    {
        "compare" => SeriesRole.Comparison,
        "context" => SeriesRole.Context,
        "channel" => SeriesRole.Group,
        _ => SeriesRole.Subject,
    };
}
