using System.Globalization;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Insights.Findings;

/// <summary>
/// Products that sell much for each view of a video but are seen little. Judged by the lower end of what their sales allow to believe,
/// and worth half of what the missing views would bring at that: a floor, not a forecast.
/// </summary>
internal static class FindTraffic
{
    public const string Kind = "more_traffic";
    private const int Days = 28, FewestPeers = 8, Most = 5;
    private const double FewestItems = 20, TimesUsual = 1.5;

    public static async Task<IReadOnlyList<Found>> Handle(OpenMarket open, FindingScope scope, DateOnly last, CancellationToken cancel)
    {
        if (scope.Dimension is not ("market" or "category")) return []; // lists of videos name no shop, and a creator's are his own
        var days = new DayRange(last.AddDays(1 - Days), last);
        var table = await open.Ask(new MetricQuery(open.Rules, ["video_views", "video_gpm", "video_items"], days) { By = ["product"], Where = scope.Within }, cancel);
        var peers = (from row in table.Rows
                     where row.Keys[0] != "0" && row.Values is [> 0, > 0, { } items] && (double)items >= FewestItems
                     let gpm = (double)row.Values[1]!.Value
                     select (Row: row, Views: (double)row.Values[0]!.Value, Low: gpm * (1 - 2 / Math.Sqrt((double)row.Values[2]!.Value)), Gpm: gpm)).ToList();
        if (peers.Count < FewestPeers) return [];
        var (views, gpms) = (Middle(peers.Select(p => p.Views)), Middle(peers.Select(p => p.Gpm)));
        return [.. (from peer in peers
                    where peer.Low >= TimesUsual * gpms && peer.Views < views / 2
                    let worth = (long)((views - peer.Views) / 1000 * peer.Low / 2)
                    orderby worth descending
                    select new Found(Kind, "product", long.Parse(peer.Row.Keys[0], CultureInfo.InvariantCulture), peer.Row.Labels[0], days, peer.Views, views, 0, 0, worth, 0)).Take(Most)];
    }

    private static double Middle(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
