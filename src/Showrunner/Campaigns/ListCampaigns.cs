using System.Globalization;
using Showrunner.Insights;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Campaigns;

/// <summary>The campaigns that orders of a market came from: when they sold, and what they sold in a period, with whom.</summary>
public static class ListCampaigns
{
    public const int PageSize = 50;
    private const int Most = 5000;

    /// <param name="Q">A part of the name or id.</param>
    /// <param name="Sort">gmv, orders, creators, products, last or name, with a minus for the largest first.</param>
    public sealed record Request(string? Market, DateOnly From, DateOnly To, string Compare = "previous", string? Q = null, string? Sort = null, int After = 0);
    /// <param name="FirstDay">With an order, in the period or not.</param>
    /// <param name="LastDay">The same.</param>
    public sealed record Item(long Id, string CampaignNo, string Name, DateOnly FirstDay, DateOnly LastDay, decimal? Gmv, decimal? GmvBefore, decimal? Orders, decimal? Creators, decimal? Products);
    /// <param name="Known">All of the market, found or not.</param>
    public sealed record Response(IReadOnlyList<Item> Campaigns, long Known, int? Next, MarketExtent Extent, long Change, DateTimeOffset AsOf);

    public static async Task<Response> Handle(Request request, BoardDesk desk, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var found = await FindIds.Handle(open, "campaign", request.Q, cancel);
        var known = await open.Rows($"""
            SELECT k.id, k.campaign_no, k.name, d.first_day, d.last_day FROM campaign k
              JOIN (SELECT campaign_id, min(day) AS first_day, max(day) AS last_day FROM order_line WHERE market_id = {open.Id} AND campaign_id IS NOT NULL GROUP BY campaign_id) d ON d.campaign_id = k.id
            WHERE k.market_id = {open.Id} ORDER BY d.last_day DESC, k.id LIMIT {Most}
            """, [], cancel);
        var shown = known.Where(k => found is null || found.Contains((long)k[0]!)).ToList();
        var table = await open.Ask(new MetricQuery(open.Rules, ["gmv", "orders", "active_creators", "active_products"], new DayRange(request.From, request.To))
        {
            By = ["campaign"],
            Where = [MetricFilter.Rows("campaign", shown.Select(k => (long)k[0]!))],
            Compare = request.Compare,
            Basis = Family.Lines,
        }, cancel);
        var rows = table.Rows.ToDictionary(r => long.Parse(r.Keys[0], CultureInfo.InvariantCulture));
        var fair = ReadBoard.IsFair(Family.Lines, table.Compared, open.Extent);
        var items = Sorted(shown.Select(k =>
        {
            var row = rows.GetValueOrDefault((long)k[0]!);
            return new Item((long)k[0]!, (string)k[1]!, (string)k[2]!, (DateOnly)k[3]!, (DateOnly)k[4]!, row?.Values[0], fair ? row?.Before[0] : null, row?.Values[1], row?.Values[2], row?.Values[3]);
        }), request.Sort);
        var after = Math.Clamp(request.After, 0, Most);
        return new Response([.. items.Skip(after).Take(PageSize)], known.Count, items.Count > after + PageSize ? after + PageSize : null, open.Extent, open.Change, open.AsOf);
    }

    public static async Task<IResult> Export(Request request, string? format, BoardDesk desk, Say say, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var found = await FindIds.Handle(open, "campaign", request.Q, cancel);
        return await ExportRanking.Handle(new("campaign", new DayRange(request.From, request.To), request.Compare, request.Sort) { Only = found }, open, "menu.partnerCampaigns", format, say, cancel);
    }

    private static List<Item> Sorted(IEnumerable<Item> items, string? sort)
    {
        var isDown = sort is null || sort.StartsWith('-');
        return (sort ?? "gmv").TrimStart('-') switch
        {
            "orders" => By(i => i.Orders ?? 0),
            "creators" => By(i => i.Creators ?? 0),
            "products" => By(i => i.Products ?? 0),
            "last" => By(i => i.LastDay),
            "name" => [.. isDown ? items.OrderByDescending(i => i.Name, StringComparer.CurrentCultureIgnoreCase) : items.OrderBy(i => i.Name, StringComparer.CurrentCultureIgnoreCase)],
            _ => By(i => i.Gmv ?? 0),
        };

        // Equals keep the latest first.
        List<Item> By<T>(Func<Item, T> of) => [.. isDown ? items.OrderByDescending(of) : items.OrderBy(of)];
    }
}
