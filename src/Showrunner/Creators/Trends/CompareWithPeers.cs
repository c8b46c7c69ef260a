using System.Globalization;
using Showrunner.Data;
using Showrunner.Engine.Findings;
using Showrunner.Insights;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Creators.Trends;

/// <summary>
/// How a creator's last 30 and 90 days compare with those before, beside how those of his like did: the same category, and between
/// half and twice as many followers. All figures come from the one metric pipeline.
/// </summary>
public static class CompareWithPeers
{
    /// <summary>Fewer say nothing about what is usual; more are not needed to know it.</summary>
    public const int FewestPeers = 8, MostPeers = 200;
    public static readonly IReadOnlyList<int> Spans = [30, 90];
    public static readonly IReadOnlyList<string> Metrics = ["gmv", "items", "videos", "lives"];

    /// <summary>Changes are fractions of the days before; null where there was nothing before or nothing is known.</summary>
    /// <param name="Metric">Code of the dictionary.</param>
    /// <param name="Value">Of the span; money in minor units.</param>
    /// <param name="Before">Of as many days before.</param>
    /// <param name="Low">A quarter of the peers changed less than this.</param>
    /// <param name="Median">Half of them.</param>
    /// <param name="High">Three quarters.</param>
    /// <param name="Peers">How many peers had anything to compare with.</param>
    public sealed record Trend(string Metric, decimal? Value, decimal? Before, double? Change, double? Low, double? Median, double? High, int Peers);
    public sealed record Span(int Days, DayRange Range, IReadOnlyList<Trend> Trends);
    /// <param name="Peers">How many there are; quartiles are told from <see cref="FewestPeers"/> on.</param>
    /// <param name="Why">Why there are none: no_category, no_followers or no_figures.</param>
    public sealed record Response(string Category, long? FollowersFrom, long? FollowersTo, int Peers, string? Why, IReadOnlyList<Span> Spans);

    public static async Task<Response> Handle(long id, AppDb db, BoardDesk desk, CancellationToken cancel)
    {
        var creator = await ShowCreator.Find(id, db, cancel);
        return await Read(creator, await desk.Open(creator.MarketId, cancel), cancel);
    }

    internal static async Task<Response> Read(Creator creator, OpenMarket open, CancellationToken cancel)
    {
        if (open.Extent.LastDay is not { } last) return new Response(creator.Category, null, null, 0, "no_figures", []);
        var why = creator.Category.Length == 0 ? "no_category" : creator.Followers is null ? "no_followers" : null;
        var (from, to) = why is null ? ((creator.Followers + 1) / 2, creator.Followers * 2) : (null, null);
        var peers = why is null ? await Peers(creator, from!.Value, to!.Value, open, cancel) : [];
        var spans = new List<Span>();
        foreach (var days in Spans)
        {
            var range = new DayRange(last.AddDays(1 - days), last);
            var table = await open.Ask(new MetricQuery(open.Rules, Metrics, range) { By = ["creator"], Compare = "previous", Where = [MetricFilter.Rows("creator", peers.Prepend(creator.Id))] }, cancel);
            var before = range.ComparedWith("previous")!.Value;
            // What is not told of the days before a file began is unknown, not nothing.
            var known = open.Extent.Lines is not { } lines || lines.From <= before.From;
            spans.Add(new Span(days, range, [.. Metrics.Select((metric, i) => Of(metric, i, table, creator.Id, known))]));
        }
        return new Response(creator.Category, from, to, peers.Count, why, spans);
    }

    /// <summary>The nearest by followers.</summary>
    private static async Task<IReadOnlyList<long>> Peers(Creator creator, long from, long to, OpenMarket open, CancellationToken cancel)
    {
        var rows = await open.Rows(string.Create(CultureInfo.InvariantCulture, $"""
            SELECT id FROM creator WHERE market_id = {open.Id} AND merged_into_id IS NULL AND category = $1 AND followers BETWEEN {from} AND {to} AND id <> {creator.Id}
            ORDER BY abs(followers - {creator.Followers}), id LIMIT {MostPeers}
            """), [creator.Category], cancel);
        return [.. rows.Select(r => (long)r[0]!)];
    }

    private static Trend Of(string metric, int at, MetricTable table, long id, bool known)
    {
        var key = id.ToString(CultureInfo.InvariantCulture);
        var own = table.Rows.FirstOrDefault(r => r.Keys[0] == key);
        var has = table.Sources[at] is not null;
        var (value, before) = (Told(own?.Values[at]), known ? Told(own?.Before[at]) : null);
        var changes = known ? table.Rows.Where(r => r.Keys[0] != key).Select(r => Change(Told(r.Values[at]), Told(r.Before[at]))).OfType<double>().Order().ToList() : [];
        return changes.Count < FewestPeers
            ? new Trend(metric, value, before, Change(value, before), null, null, null, changes.Count)
            : new Trend(metric, value, before, Change(value, before), Quantiles.Of(changes, 0.25), Quantiles.Of(changes, 0.5), Quantiles.Of(changes, 0.75), changes.Count);

        // Between a market's first and last figures, what nobody tells of is nothing.
        decimal? Told(decimal? figure) => figure ?? (has && table.Sources[at] != Family.Totals ? 0 : null);
    }

    private static double? Change(decimal? value, decimal? before) => value is { } now && before is > 0 and { } then ? (double)((now - then) / then) : null;
}
