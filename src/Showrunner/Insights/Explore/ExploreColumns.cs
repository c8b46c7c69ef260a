using Showrunner.Metrics;
using Showrunner.Web;

namespace Showrunner.Insights.Explore;

/// <summary>The table of an answer: its groups, every figure with its change, and the whole at the foot.</summary>
public static class ExploreColumns
{
    public static List<Column<MetricRow>> All(Explored explored, ExploreWords words, Viewer viewer, bool sorted = true)
    {
        List<Column<MetricRow>> columns = [];
        for (var i = 0; i < explored.By.Count; i++)
        {
            var (at, code) = (i, explored.By[i]);
            columns.Add(new("dimension." + code) { Text = (row, _) => words.Group(code, row.Keys[at], row.Labels[at]), Href = row => Page(code, row.Keys[at], viewer), Sort = sorted ? code : null });
        }
        if (explored.HasTime)
            columns.Add(new("explore.time") { Name = words.BucketHeading(explored.Asked.Grain), Text = (row, _) => words.Bucket(row.Bucket!.Value, explored.Asked.Grain), Sort = sorted ? Exploration.Time : null });
        for (var i = 0; i < explored.Table.Metrics.Count; i++)
        {
            columns.Add(Figure(explored, i, words, viewer, sorted));
            if (explored.Compares) columns.Add(Change(explored, i, words));
        }
        return columns;
    }

    private static Column<MetricRow> Figure(Explored explored, int at, ExploreWords words, Viewer viewer, bool sorted)
    {
        var metric = explored.Table.Metrics[at];
        var most = at == explored.Drawn && explored is { By.Count: 1, HasTime: false } ? explored.Table.Rows.Max(r => r.Values[at]) : null;
        var total = explored.Total(at);
        return new("metric." + metric.Code)
        {
            Text = (row, _) => words.Full(metric, row.Values[at]),
            Href = row => Drill.Of(explored, row, at, viewer),
            Numeric = true,
            Sort = sorted ? metric.Code : null,
            Define = metric.Code,
            Estimated = row => metric.IsEstimate && row.Values[at] is not null,
            Bar = most is > 0 ? row => (double)((row.Values[at] ?? 0) / most.Value) : null,
            Total = _ => words.Full(metric, total),
            TotalHref = total is null || total != explored.Whole.Rows[0].Values[at] ? null : Drill.Of(explored, explored.Whole.Rows[0], at, viewer),
        };
    }

    private static Column<MetricRow> Change(Explored explored, int at, ExploreWords words)
    {
        var unit = Units.Of(explored.Table.Metrics[at]);
        return new("before." + explored.Table.Metrics[at].Code)
        {
            Name = words.Say["explore.change", words.Metric(explored.Table.Metrics[at].Code)],
            Text = (row, _) => Said(row.Values[at], explored.Before(row, at)),
            Numeric = true,
            Total = _ => Said(explored.Total(at), explored.TotalBefore(at)),
        };

        string Said(decimal? now, decimal? before) => words.Formats.Difference(now, before, unit) is { } change && change.Percent.Length > 0 ? change.Percent : words.Formats.Difference(now, before, unit).Absolute;
    }

    private static string? Page(string dimension, string key, Viewer viewer) => key == "0" ? null : dimension switch
    {
        "creator" or "product" or "shop" or "campaign" => viewer.Link($"/{dimension}s/{key}"),
        "agency" => viewer.Link($"/agencies/{key}"),
        _ => null,
    };
}
