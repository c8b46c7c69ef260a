using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Ledger;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Shops;

namespace Showrunner.Sellers;

/// <summary>The key account's page: is this shop well, what does it sell with whom at which margin, and what is to be done?</summary>
public static class ShowShop
{
    private const int Few = 10;

    public sealed record Request(long Id, DateOnly From, DateOnly To, string Compare = "previous");
    /// <param name="Health">Figures of the dictionary, and the shop's own: top3_creators, top_product, new_products.</param>
    public sealed record Response(long Id, string Market, string ShopNo, string Name, int Products, Board Board, IReadOnlyList<BoardFigure> Health, IReadOnlyList<RankGoods.Item> Goods, Ranking TopCreators,
        IReadOnlyList<ShowLines.Line> Lines);

    public static async Task<Response> Handle(Request request, AppDb db, BoardDesk desk, CancellationToken cancel)
    {
        var shop = await db.Shops.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.Id, cancel) ?? throw new Refused("not_found");
        var open = await desk.Open(shop.MarketId, cancel);
        var range = new DayRange(request.From, request.To);
        MetricFilter[] its = [MetricFilter.Rows("shop", shop.Id)];
        var board = await ReadBoard.Handle(open, ReadBoard.OfShop, range, request.Compare, its, cancel);
        return new Response(shop.Id, open.Market.Code, shop.ShopNo, shop.Name, await db.Products.CountAsync(p => p.ShopId == shop.Id && p.MarketId == shop.MarketId, cancel), board,
            await ReadHealth.Handle(open, db, shop, range, request.Compare, cancel),
            await RankGoods.Handle(open, db, its, range, request.Compare, board.Find("gmv")?.Value, cancel),
            await RankGroups.Handle(new("creator", range, request.Compare, Take: Few) { Where = its }, open, cancel),
            await ShowLines.Read(open, LineFilter.For(range, shop: shop.Id), null, 0, Few, cancel));
    }
}
