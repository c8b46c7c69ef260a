using Showrunner.Metrics;
using Showrunner.Web;

namespace Showrunner.Insights.Explore;

/// <summary>Figures over time: one line with its comparison, several figures of one unit, or the largest groups and the others.</summary>
internal static class DrawCourse
{
    internal const int MostSeries = 8;
    // All others together, when far above the named ones, would press these flat.
    internal const int Dwarfs = 3;

    public static Drawing Of(Explored explored, string kind, ExploreWords words)
    {
        var (table, at) = (explored.Table, explored.Drawn);
        var metric = table.Metrics[at];
        List<DateOnly> days = [.. Buckets.Of(explored.Range, explored.Asked.Grain)];
        if (explored.HasGroups)
        {
            var (series, leftOut) = Groups(explored, at, days, kind, words);
            return new Drawing(kind, metric, words.Say["explore.course", words.Metric(metric.Code), string.Join(", ", explored.By.Select(words.Dimension))], [], days, series, leftOut);
        }
        var rows = table.Rows.ToDictionary(r => r.Bucket!.Value);
        var same = Enumerable.Range(0, table.Metrics.Count).Where(i => i == at || (explored.Asked.Draw is null && table.Metrics[i].Unit == metric.Unit && table.Sources[i] is not null)).Take(MostSeries).ToList();
        List<ChartSeries> lines = [.. same.Select(i => new ChartSeries(words.Metric(table.Metrics[i].Code), [.. days.Select(d => rows.GetValueOrDefault(d)?.Values[i])]))];
        if (same.Count == 1 && table.Compared is { } before && days.Any(d => rows.TryGetValue(d, out var row) && explored.Before(row, at) is not null))
            lines.Add(new ChartSeries(words.Formats.Days(before), [.. days.Select(d => rows.TryGetValue(d, out var row) ? explored.Before(row, at) : null)], "compare"));
        var most = table.Rows.Where(r => r.Values[at] is > 0).MaxBy(r => r.Values[at]);
        var title = most is null || same.Count > 1 ? words.Question(explored.Asked)
            : words.Say["explore.best", words.Metric(metric.Code), words.Bucket(most.Bucket!.Value, explored.Asked.Grain), words.Short(metric, most.Values[at])];
        return new Drawing(kind, metric, title, [], days, lines);
    }

    private static (List<ChartSeries> Series, bool LeftOut) Groups(Explored explored, int at, List<DateOnly> days, string kind, ExploreWords words)
    {
        var adds = explored.AddsUp(at);
        var groups = explored.Table.Rows.GroupBy(Explorer.Key).Select(g => (First: g.First(), Values: g.ToDictionary(r => r.Bucket!.Value, r => r.Values[at]))).ToList();
        if (adds) groups = [.. groups.OrderByDescending(g => g.Values.Values.Sum())];
        var others = groups.Count > MostSeries || explored.Cut;
        var shown = groups.Take(others && adds ? MostSeries - 1 : MostSeries).OrderBy(g => Drawing.Place(explored.By[0], g.First.Keys[0])).ToList();
        List<ChartSeries> series = [.. shown.Select(g => explored.By.Count == 1
            ? Drawing.Colour(explored.By[0], g.First.Keys[0], words.Group(g.First, explored.By), Over(g.Values))
            : new ChartSeries(words.Group(g.First, explored.By), Over(g.Values), "channel"))];
        if (!others || !adds) return (series, others);
        var rest = new ChartSeries(words.Say["explore.other"], [.. days.Select((d, i) => All(d) - series.Sum(s => s.Values[i]))], "context");
        var drawn = kind != "line" || rest.Values.Max() <= Dwarfs * series.Max(s => s.Values.Max());
        return (drawn ? [.. series, rest] : series, !drawn);

        // A day without a row of a group is a day on which it sold nothing.
        List<decimal?> Over(Dictionary<DateOnly, decimal?> values) => [.. days.Select(d => values.TryGetValue(d, out var value) ? value : adds ? 0 : null)];
        decimal? All(DateOnly day) => explored.Course is { } course ? course.Rows.FirstOrDefault(r => r.Bucket == day)?.Values[at] ?? 0 : groups.Sum(g => g.Values.GetValueOrDefault(day) ?? 0);
    }
}
