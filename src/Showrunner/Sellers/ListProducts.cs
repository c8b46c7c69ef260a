using Showrunner.Insights;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Sellers;

/// <summary>Products of a market by what they sold in a period.</summary>
public static class ListProducts
{
    /// <param name="Q">A part of the name or number.</param>
    /// <param name="Sort">A figure's code, with a minus for the largest first.</param>
    public sealed record Request(string? Market, DateOnly From, DateOnly To, string Compare = "previous", string? Q = null, string? Sort = null, int After = 0);
    public sealed record Item(RankRow Figures, string ProductNo, string Shop, long ShopId, string Category);
    public sealed record Response(IReadOnlyList<Item> Products, long Known, int? Next, string Basis, IReadOnlyList<DayRange> TotalPeriods, MarketExtent Extent, long Change, DateTimeOffset AsOf);

    public static async Task<Response> Handle(Request request, BoardDesk desk, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var ranking = await RankGroups.Handle(await Ask(request, open, cancel), open, cancel);
        var known = (long)(await open.Rows($"SELECT count(*) FROM product WHERE market_id = {open.Id}", [], cancel))[0][0]!;
        return new Response(await Items(open, ranking.Rows, cancel), known, ranking.Next, ranking.Basis, ranking.TotalPeriods, open.Extent, open.Change, open.AsOf);
    }

    public static async Task<IResult> Export(Request request, string? format, BoardDesk desk, Say say, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        return await ExportRanking.Handle(await Ask(request, open, cancel), open, "menu.products", format, say, cancel);
    }

    private static async Task<RankGroups.Request> Ask(Request request, OpenMarket open, CancellationToken cancel) =>
        new("product", new DayRange(request.From, request.To), request.Compare, request.Sort, request.After) { Only = await FindIds.Handle(open, "product", request.Q, cancel) };

    private static async Task<List<Item>> Items(OpenMarket open, IReadOnlyList<RankRow> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return [];
        var about = await open.Rows($"""
            SELECT p.id, p.product_no, coalesce(s.name, ''), p.shop_id, coalesce(c.path, '')
            FROM product p LEFT JOIN shop s ON s.id = p.shop_id LEFT JOIN category c ON c.id = p.category_id
            WHERE p.market_id = {open.Id} AND p.id IN ({string.Join(", ", rows.Select(r => r.Id))})
            """, [], cancel);
        var byId = about.ToDictionary(r => (long)r[0]!);
        return [.. from row in rows
                   where byId.ContainsKey(row.Id)
                   let product = byId[row.Id]
                   select new Item(row, (string)product[1]!, (string)product[2]!, (long)product[3]!, (string)product[4]!)];
    }
}
