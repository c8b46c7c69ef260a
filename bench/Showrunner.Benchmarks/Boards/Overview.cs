using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Benchmarks.Boards;

/// <summary>The questions of the overview page, through the one pipeline: headline figures, how they went, the channels, who sells most.</summary>
internal static class Overview
{
    private static readonly string[] Headline =
        ["gmv", "net_sales", "orders", "items", "aov", "refunds", "refund_rate", "est_earnings", "settled_earnings", "active_creators", "videos", "lives"];
    private static readonly string[] Ranked = ["gmv", "orders", "items", "refund_rate", "est_earnings"];

    public static IEnumerable<(string Part, MetricQuery Query)> Questions(MarketRules market, DayRange range)
    {
        var whole = new MetricQuery(market, Headline, range) { Compare = "previous" };
        yield return ("headline", whole);
        yield return ("trend", whole with { Grain = "day" });
        yield return ("channels", whole with { Metrics = ["gmv"], By = ["channel"], Grain = "day" });
        foreach (var by in new[] { "creator", "product", "shop" })
            yield return ("top " + by, whole with { Metrics = Ranked, By = [by], Sort = "-gmv", Top = 12 });
        yield return ("share", whole with { Metrics = ["gmv"], Compare = "none" });
    }
}
