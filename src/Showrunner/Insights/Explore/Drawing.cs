using Showrunner.Metrics;
using Showrunner.Web;

namespace Showrunner.Insights.Explore;

/// <summary>What a chart of an answer shows: a course over time, bars, parts of bars, a field of heat, points, or headline figures.</summary>
/// <param name="Kind">line, bar, stack, heat, scatter, figures or table.</param>
/// <param name="Title">The finding or the question.</param>
/// <param name="Labels">Along the axis; empty where the axis is time.</param>
/// <param name="Days">First days along a time axis.</param>
/// <param name="Series">Rows of values over the axis; for points the two figures.</param>
/// <param name="Rows">The groups behind bars, in their order; the last bar may be of many.</param>
/// <param name="LeftOut">There are smaller groups that are not drawn, not even as one.</param>
public sealed record Drawing(string Kind, Metric Metric, string Title, IReadOnlyList<string> Labels, IReadOnlyList<DateOnly> Days, IReadOnlyList<ChartSeries> Series, bool LeftOut = false, IReadOnlyList<MetricRow>? Rows = null)
{
    private const int FewestPoints = 8;
    private static readonly string[] Named = ["channel", "status"];

    public static Drawing Of(Explored explored, ExploreWords words)
    {
        var kind = Kinds(explored).Contains(explored.Asked.Chart) ? explored.Asked.Chart : Fitting(explored);
        return kind switch
        {
            "line" or "stack" or "bar" when explored.HasTime => DrawCourse.Of(explored, kind, words),
            "stack" or "heat" => DrawGrid.Of(explored, kind, words),
            "bar" or "scatter" => DrawGroups.Of(explored, kind, words),
            _ => new Drawing(kind, explored.Table.Metrics[explored.Drawn], words.Question(explored.Asked), [], [], []),
        };
    }

    /// <summary>The kinds that can show an answer.</summary>
    public static IReadOnlyList<string> Kinds(Explored explored) => explored switch
    {
        { HasTime: true, HasGroups: false } => ["line", "bar", "table"],
        { HasTime: true } => explored.AddsUp(explored.Drawn) ? ["line", "stack", "table"] : ["line", "table"],
        { By.Count: 0 } => ["figures", "table"],
        { By.Count: 1 } => explored.Table.Metrics.Count > 1 ? ["bar", "scatter", "table"] : ["bar", "table"],
        _ => explored.AddsUp(explored.Drawn) ? ["stack", "heat", "table"] : ["heat", "table"],
    };

    private static string Fitting(Explored explored) => explored switch
    {
        { By.Count: 1, HasTime: false } when explored.Table.Metrics.Count == 2 && explored.Table.Rows.Count >= FewestPoints && !Named.Contains(explored.By[0]) => "scatter",
        { By.Count: 2, HasTime: false } => DrawGrid.Stacks(explored) ? "stack" : "heat",
        _ => Kinds(explored)[0],
    };

    /// <summary>Channels in their own order and colours, other groups the largest first.</summary>
    internal static ChartSeries Colour(string dimension, string key, string name, IReadOnlyList<decimal?> values) => dimension != "channel" ? new(name, values, "channel")
        : key == Ledger.Channel.Unknown ? new(name, values, "context") : new(name, values, "channel", key == Ledger.Channel.Showcase ? "link" : key);

    internal static int Place(string dimension, string key) => dimension == "channel" ? Ledger.Channel.All.ToList().IndexOf(key) : 0;
}
