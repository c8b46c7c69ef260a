using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Ledger;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Shops;

namespace Showrunner.Sellers;

/// <summary>What is this product, how does it sell and who sells it?</summary>
public static class ShowProduct
{
    private const int Few = 10;

    public sealed record Request(long Id, DateOnly From, DateOnly To, string Compare = "previous");
    public sealed record Response(
        long Id, string Market, string ProductNo, string Name, string? Category, long ShopId, string? Shop, long? PriceLowMinor, long? PriceHighMinor, long? CommissionRatePpm,
        DateTimeOffset? ListedAt, string Status, ReadGoods.Goods Goods, IReadOnlyList<ReadCosts.Cost> Costs, DateOnly Today, Board Board, Ranking Creators, IReadOnlyList<ShowContents.Content> Contents, IReadOnlyList<ShowLines.Line> Lines, IReadOnlyList<ShowTotals.Total> Totals);

    public static async Task<Response> Handle(Request request, AppDb db, BoardDesk desk, TimeProvider clock, CancellationToken cancel)
    {
        var product = await db.Products.AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.Id, cancel) ?? throw new Refused("not_found");
        var open = await desk.Open(product.MarketId, cancel);
        var shop = await db.Shops.Where(s => s.Id == product.ShopId && s.MarketId == product.MarketId).Select(s => s.Name).FirstOrDefaultAsync(cancel);
        var category = await db.Categories.Where(c => c.Id == product.CategoryId).Select(c => c.Path).FirstOrDefaultAsync(cancel);
        var range = new DayRange(request.From, request.To);
        MetricFilter[] its = [MetricFilter.Rows("product", product.Id)];
        return new Response(product.Id, open.Market.Code, product.ProductNo, product.Name, category, product.ShopId, shop, product.PriceLowMinor, product.PriceHighMinor, product.CommissionRatePpm,
            product.ListedAt, product.Status, (await ReadGoods.Handle(open, [product.Id], range.To, cancel)).GetValueOrDefault(product.Id, ReadGoods.Goods.Nothing),
            await ReadCosts.Handle(open.Id, product.Id, db, cancel), open.Rules.DayOf(clock.GetUtcNow()),
            await ReadBoard.Handle(open, ReadBoard.OfProduct, range, request.Compare, its, cancel),
            await RankGroups.Handle(new("creator", range, request.Compare, Take: Few) { Where = its }, open, cancel),
            await ShowContents.Read(open, new(null, range.From, range.To, Product: product.Id), 0, Few, cancel),
            await ShowLines.Read(open, LineFilter.For(range, product: product.Id), null, 0, Few, cancel),
            await ShowTotals.Of(open, "product_id", product.Id, cancel));
    }
}
