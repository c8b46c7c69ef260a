using Showrunner.Web;

namespace Showrunner.Insights.Explore;

/// <summary>Two dimensions crossed: bars made of parts where figures add up, a field of heat otherwise.</summary>
internal static class DrawGrid
{
    private const int MostBars = 12, MostRows = 20, MostColumns = 12, FewParts = 8;

    /// <summary>Parts make a whole, and are few enough to be told apart.</summary>
    public static bool Stacks(Explored explored) => explored.AddsUp(explored.Drawn)
        && explored.Table.Rows.All(r => r.Values[explored.Drawn] is null or >= 0) && explored.Table.Rows.Select(r => r.Keys[1]).Distinct().Count() <= FewParts;

    public static Drawing Of(Explored explored, string kind, ExploreWords words)
    {
        var at = explored.Drawn;
        var metric = explored.Table.Metrics[at];
        var values = explored.Table.Rows.Where(r => r.Values[at] is not null).ToDictionary(r => (r.Keys[0], r.Keys[1]), r => r.Values[at]);
        var rows = Members(0, kind == "stack" ? MostBars : MostRows, out var rowsLeft);
        var columns = Members(1, kind == "stack" ? DrawCourse.MostSeries : MostColumns, out var columnsLeft);
        if (kind == "stack" && columnsLeft) columns = [.. columns.Take(DrawCourse.MostSeries - 1)];
        List<ChartSeries> series = [.. columns.Select(c => Drawing.Colour(explored.By[1], c.Key, c.Name, [.. rows.Select(r => values.GetValueOrDefault((r.Key, c.Key)) ?? (explored.AddsUp(at) ? 0 : null))]))];
        if (kind == "stack" && columnsLeft)
            series.Add(new(words.Say["explore.other"], [.. rows.Select((r, i) => (decimal?)(values.Where(v => v.Key.Item1 == r.Key).Sum(v => v.Value ?? 0) - series.Sum(s => s.Values[i] ?? 0)))], "context"));
        return new Drawing(kind, metric, words.Say["explore.crossed", words.Metric(metric.Code), words.Dimension(explored.By[0]), words.Dimension(explored.By[1])],
            [.. rows.Select(r => r.Name)], [], series, rowsLeft || explored.Cut || (columnsLeft && kind != "stack"));

        List<(string Key, string Name)> Members(int place, int most, out bool left)
        {
            var all = explored.Table.Rows.GroupBy(r => r.Keys[place]).OrderByDescending(g => g.Sum(r => r.Values[at] ?? 0)).ToList();
            left = all.Count > most;
            return [.. all.Take(most).OrderBy(g => Drawing.Place(explored.By[place], g.Key)).Select(g => (g.Key, words.Group(explored.By[place], g.Key, g.First().Labels[place])))];
        }
    }
}
