using System.Globalization;
using Showrunner.Insights;
using Showrunner.Metrics;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;

namespace Showrunner.Ledger;

/// <summary>The order lines behind a figure, with the sums that show it is the same figure.</summary>
public static class ShowLines
{
    public const int PageSize = 50;
    private const int Furthest = 1_000_000;
    public static readonly IReadOnlyList<string> Summed =
        ["order_lines", "gmv", "orders", "items", "net_sales", "refunds", "est_earnings", "settled_earnings"];

    public sealed record Request(
        string? Market, DateOnly From, DateOnly To, string[]? Channel = null, string[]? Status = null, long[]? Creator = null, long[]? Product = null, long[]? Shop = null,
        string? Content = null, string? Order = null, string? Only = null, string? Sort = null, int After = 0, long[]? Category = null, long[]? Campaign = null)
    {
        internal LineFilter Filter => new(new DayRange(From, To), Channel ?? [], Status ?? [], Creator ?? [], Product ?? [], Shop ?? [], Content, Order, Only, Category ?? [], Campaign ?? []);
    }

    /// <summary>Money in minor units; estimates and settlements are the creator's earnings of the line.</summary>
    public sealed record Line(
        DateOnly Day, DateTimeOffset OrderedAt, string OrderNo, string SkuNo, long CreatorId, string Creator, long ProductId, string Product, long ShopId, string Shop,
        string Channel, string Status, string ContentNo, long Quantity, long Returned, long PriceMinor, long GmvMinor, long RefundMinor, long? EstEarningsMinor, long? SettledEarningsMinor, DateTimeOffset? SettledAt, long? CampaignId, string Campaign);

    /// <param name="Lines">One page of them.</param>
    /// <param name="Sums">Of all lines of the filter, by metric code.</param>
    /// <param name="Next">Where the next page starts.</param>
    public sealed record Response(IReadOnlyList<Line> Lines, IReadOnlyDictionary<string, decimal?> Sums, int? Next, LineNames Names, MarketExtent Extent, long Change, DateTimeOffset AsOf);

    /// <summary>What the filtered creators, products, shops, categories and campaigns are called; empty is nobody's.</summary>
    public sealed record LineNames(IReadOnlyList<string> Creators, IReadOnlyList<string> Products, IReadOnlyList<string> Shops, IReadOnlyList<string> Categories, IReadOnlyList<string> Campaigns);

    public static async Task<Response> Handle(Request request, BoardDesk desk, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var (where, parameters) = request.Filter.Where(open.Id);
        var sums = await open.Rows($"SELECT {string.Join(", ", Summed.Select(code => MetricDictionary.Measure(Family.Lines, code).Sql))} FROM order_line f WHERE {where}", parameters, cancel);
        var after = Math.Clamp(request.After, 0, Furthest);
        var lines = await Read(open, request.Filter, request.Sort, after, PageSize + 1, cancel);
        var filter = request.Filter;
        var names = new LineNames(await Names(open, "creator", "handle", filter.Creators, cancel), await Names(open, "product", "name", filter.Products, cancel),
            await Names(open, "shop", "name", filter.Shops, cancel), await Names(open, "category", "path", filter.Categories, cancel),
            await Names(open, "campaign", "name", filter.Campaigns, cancel));
        return new Response([.. lines.Take(PageSize)], Summed.Zip(sums[0]).ToDictionary(pair => pair.First, pair => pair.Second is null ? null : (decimal?)Convert.ToDecimal(pair.Second, CultureInfo.InvariantCulture)),
            lines.Count > PageSize ? after + PageSize : null, names, open.Extent, open.Change, open.AsOf);
    }

    internal static async Task<IReadOnlyList<Line>> Read(OpenMarket open, LineFilter filter, string? sort, int after, int take, CancellationToken cancel)
    {
        var (where, parameters) = filter.Where(open.Id);
        var rows = await open.Rows(LineSql.Page(where, sort, after, take), parameters, cancel);
        return [.. rows.Select(LineSql.Line)];
    }

    private static async Task<IReadOnlyList<string>> Names(OpenMarket open, string table, string column, IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var wanted = ids.Where(id => id != 0).Distinct().ToList();
        if (wanted.Count == 0) return [.. ids.Select(_ => "").Take(1)];
        var own = table == "category" ? "" : string.Create(CultureInfo.InvariantCulture, $" AND market_id = {open.Id}");
        var found = (await open.Rows($"SELECT id, {column} FROM {table} WHERE id IN ({string.Join(", ", wanted)}){own}", [], cancel)).ToDictionary(r => (long)r[0]!, r => (string)r[1]!);
        return found.Count < wanted.Count ? throw new Refused("not_found") : [.. ids.Select(id => found.GetValueOrDefault(id, ""))];
    }
}
