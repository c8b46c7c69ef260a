using Showrunner.Web;

namespace Showrunner.Insights.Explore;

/// <summary>Groups of one dimension: the longest bars and the rest in one, or a point for each by two figures.</summary>
internal static class DrawGroups
{
    private const int MostBars = 12, MostPoints = 200;

    public static Drawing Of(Explored explored, string kind, ExploreWords words)
    {
        var (table, at, by) = (explored.Table, explored.Drawn, explored.By[0]);
        var metric = table.Metrics[at];
        if (kind == "scatter") return Points(explored, at, words);
        var known = table.Rows.Where(r => r.Values[at] is not null).OrderByDescending(r => r.Values[at]).ToList();
        var others = known.Count > MostBars || explored.Cut;
        var shown = known.Take(MostBars).ToList();
        List<string> labels = [.. shown.Select(r => words.Group(r, explored.By))];
        List<decimal?> values = [.. shown.Select(r => r.Values[at])];
        List<decimal?> before = [.. shown.Select(r => explored.Before(r, at))];
        var total = explored.Total(at);
        var joined = others && explored.AddsUp(at) && total is not null && shown.Count > 0 && total - values.Sum() <= DrawCourse.Dwarfs * values[0];
        if (joined)
        {
            labels.Add(words.Say["explore.other"]);
            values.Add(total - values.Sum());
            before.Add(explored.TotalBefore(at) - before.Sum());
        }
        List<ChartSeries> series = [new(words.Metric(metric.Code), values)];
        if (before.Any(v => v is not null)) series.Add(new(words.Formats.Days(table.Compared), before, "compare"));
        return new Drawing("bar", metric, Title(), labels, [], series, others && !joined, shown);

        string Title()
        {
            if (shown.Count == 0) return words.Question(explored.Asked);
            var share = explored.AddsUp(at) ? ReadBoard.Share(values[0], total) : null;
            return share is not null ? words.Say["explore.leads", labels[0], words.Formats.Rate(share), words.Metric(metric.Code)]
                : words.Say["explore.most", words.Metric(metric.Code), words.Dimension(by), labels[0], words.Short(metric, values[0])];
        }
    }

    private static Drawing Points(Explored explored, int at, ExploreWords words)
    {
        var table = explored.Table;
        var across = at == 0 ? 1 : 0;
        var points = table.Rows.Where(r => r.Values[at] is not null && r.Values[across] is not null).Take(MostPoints).ToList();
        return new Drawing("scatter", table.Metrics[at], words.Say["explore.against", words.Metric(table.Metrics[at].Code), words.Metric(table.Metrics[across].Code), words.Dimension(explored.By[0])],
            [.. points.Select(r => words.Group(r, explored.By))], [],
            [Axis(across), Axis(at)],
            explored.Cut || points.Count < table.Rows.Count);

        ChartSeries Axis(int metric) => new(words.Metric(table.Metrics[metric].Code), [.. points.Select(r => r.Values[metric])]) { Unit = Units.Of(table.Metrics[metric]) };
    }
}
