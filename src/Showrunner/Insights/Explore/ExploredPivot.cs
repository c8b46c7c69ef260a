using Showrunner.Office;

namespace Showrunner.Insights.Explore;

/// <summary>How an answer's pivot table is first laid out.</summary>
internal static class ExploredPivot
{
    private const int MostAcross = 60;

    /// <summary>None where nothing can be turned: the answer has neither groups nor time.</summary>
    public static PivotBlock? Of(Explored explored, string source, Table table, ExploreWords words)
    {
        List<string> axes = [.. explored.By.Select(words.Dimension)];
        if (explored.HasTime) axes.Add(words.BucketHeading(explored.Asked.Grain));
        var known = Enumerable.Range(0, explored.Table.Metrics.Count).Where(i => explored.Table.Sources[i] is not null).OrderBy(i => i == explored.Drawn ? -1 : i).ToList();
        if (axes.Count == 0 || known.Count == 0 || explored.Table.Rows.Count == 0) return null;
        var sums = known.Where(explored.AddsUp).ToList();
        List<PivotValue> values = sums.Count > 0
            ? [.. sums.Select(i => Value(i, "explore.sumOf", PivotFunction.Sum))]
            : [.. known.Select(i => Value(i, "explore.singles", PivotFunction.Single))];
        var (row, across) = (axes[0], axes.ElementAtOrDefault(1));
        if (across is not null && Different(across) > MostAcross && Different(row) <= MostAcross) (row, across) = (across, row);
        if (across is not null && Different(across) > MostAcross) across = null;
        return new PivotBlock(source, table, row, across is null ? values : [values[0]])
        {
            Across = across,
            Filters = [.. axes.Where(axis => axis != row && axis != across)],
            TotalCaption = words.Say["table.total"],
            AllCaption = words.Say["explore.all"],
            BlankCaption = words.Say["dimension.none"],
            Notes = [words.Say[sums.Count == 0 ? "explore.pivot.singles" : known.Count > sums.Count ? "explore.pivot.some" : "explore.pivot.sums"]],
        };

        PivotValue Value(int metric, string key, PivotFunction function) => new(words.Metric(explored.Table.Metrics[metric].Code), words.Say[key, words.Metric(explored.Table.Metrics[metric].Code)], function);
        int Different(string axis) => table.Rows.Select(r => r[table.IndexOf(axis)]).Distinct().Count();
    }
}
