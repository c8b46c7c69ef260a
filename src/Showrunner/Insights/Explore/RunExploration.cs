using Showrunner.Data;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Insights.Explore;

/// <summary>GET /api/explore: what the page shows, as rows.</summary>
public static class RunExploration
{
    /// <param name="Market">Code, e.g. VN.</param>
    /// <param name="From">First market day.</param>
    /// <param name="To">Last market day.</param>
    /// <param name="M">Metric codes.</param>
    /// <param name="By">Up to two dimensions.</param>
    /// <param name="Grain">day, week, month or none.</param>
    /// <param name="Compare">previous, year or none.</param>
    /// <param name="Sort">A metric, a dimension or time; a leading minus puts the largest first.</param>
    /// <param name="Top">Groups in the answer.</param>
    /// <param name="Creator">Handles.</param>
    /// <param name="Product">Product numbers or names.</param>
    /// <param name="Shop">Shop numbers or names.</param>
    /// <param name="Category">Paths; those below count too.</param>
    /// <param name="Channel">live, video, product_card, showcase or unknown.</param>
    /// <param name="Status">Order statuses.</param>
    /// <param name="Content">Numbers of videos and LIVEs.</param>
    /// <param name="Campaign">Ids or names of partner campaigns.</param>
    /// <param name="Agency">Names or numbers of the agencies that creators are bound to today.</param>
    public sealed record Request(
        string? Market, DateOnly From, DateOnly To, string[]? M = null, string[]? By = null, string? Grain = null, string? Compare = null, string? Sort = null, int? Top = null,
        string[]? Creator = null, string[]? Product = null, string[]? Shop = null, string[]? Category = null, string[]? Channel = null, string[]? Status = null, string[]? Content = null, string[]? Agency = null, string[]? Campaign = null)
    {
        internal Exploration Question => new([.. (M ?? []).Distinct()])
        {
            By = [.. (By ?? []).Distinct()],
            Where =
            [
                .. new[] { ("creator", Creator), ("product", Product), ("shop", Shop), ("category", Category), ("channel", Channel), ("status", Status), ("content", Content), ("agency", Agency), ("campaign", Campaign) }
                    .Where(f => f.Item2 is { Length: > 0 }).Select(f => new MetricFilter(f.Item1, f.Item2!)),
            ],
            Grain = Grain ?? "none",
            Sort = Sort,
            Top = Math.Clamp(Top ?? Exploration.UsualTop, 1, Exploration.MostTop),
        };
    }

    /// <param name="Table">The groups.</param>
    /// <param name="Totals">Everything that the filters leave, in the columns of the table; never a sum of what does not add up.</param>
    /// <param name="Cut">There are more groups than <c>top</c>.</param>
    public sealed record Response(TableJson.Answer Table, IReadOnlyList<object?>? Totals, bool Cut);

    public static async Task<Response> Handle(Request request, BoardDesk desk, AppDb db, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var explored = await Explorer.Ask(request.Question, new DayRange(request.From, request.To), request.Compare ?? "none", open, db, cancel);
        var table = explored.Table with { Rows = [.. explored.Table.Rows.Select(row => row with { Before = [.. row.Before.Select((_, i) => explored.Before(row, i))] })] };
        return new Response(TableJson.Of(table), Totals(explored), explored.Cut);
    }

    private static List<object?>? Totals(Explored explored)
    {
        if (!explored.HasGroups && !explored.HasTime) return null;
        var all = Enumerable.Range(0, explored.Table.Metrics.Count);
        var row = explored.Whole.Rows[0] with { Values = [.. all.Select(explored.Total)], Before = [.. all.Select(explored.TotalBefore)] };
        var cells = TableJson.Of(explored.Whole with { Rows = [row] }).Rows[0];
        return [.. Enumerable.Repeat<object?>(null, explored.By.Count + (explored.HasTime ? 1 : 0)), .. cells];
    }
}
