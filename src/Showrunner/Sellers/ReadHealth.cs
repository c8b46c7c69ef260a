using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Shops;

namespace Showrunner.Sellers;

/// <summary>What a key-account manager looks at before he calls: what comes back, what runs out, and on how few people and products it all hangs.</summary>
public static class ReadHealth
{
    public const string TopCreators = "top3_creators", TopProduct = "top_product", NewProducts = "new_products";
    private const int FewCreators = 3;
    private static readonly string[] Metrics = ["refund_rate", "cancel_rate", "product_rating", "products_low_rated", "products_out_of_stock", "products_low_cover"];

    public static async Task<IReadOnlyList<BoardFigure>> Handle(OpenMarket open, AppDb db, Shop shop, DayRange range, string compare, CancellationToken cancel)
    {
        MetricFilter[] its = [MetricFilter.Rows("shop", shop.Id)];
        var table = await open.Ask(new MetricQuery(open.Rules, Metrics, range) { Where = its, Compare = compare }, cancel);
        var figures = Metrics.Select((code, i) => new BoardFigure(code, table[code], ReadBoard.IsFair(table.Sources[i], table.Compared, open.Extent) ? table.Before(code) : null, [], table.Sources[i]?.ToString().ToLowerInvariant()));
        return [.. figures, await Of(TopCreators, days => Top("creator", FewCreators, days)), await Of(TopProduct, days => Top("product", 1, days)), await Of(NewProducts, Listed)];

        async Task<BoardFigure> Of(string code, Func<DayRange, Task<decimal?>> ask) =>
            new(code, await ask(range), table.Compared is { } before && (code == NewProducts || ReadBoard.IsFair(Family.Lines, before, open.Extent)) ? await ask(before) : null, [], null);

        // Sales without a creator are part of the whole and nobody's share.
        async Task<decimal?> Top(string by, int most, DayRange days)
        {
            var query = new MetricQuery(open.Rules, ["gmv"], days) { Where = its };
            var all = (await open.Ask(query, cancel))["gmv"];
            var top = await open.Ask(query with { By = [by], Sort = "-gmv", Top = most + 1 }, cancel);
            return all is > 0 ? top.Rows.Where(r => r.Keys[0] != "0").Take(most).Sum(r => r.Values[0]) / all : null;
        }

        async Task<decimal?> Listed(DayRange days)
        {
            var (from, to) = (open.Rules.Instant(days.From.ToDateTime(TimeOnly.MinValue)), open.Rules.Instant(days.To.AddDays(1).ToDateTime(TimeOnly.MinValue)));
            var told = db.Products.Where(p => p.ShopId == shop.Id && p.MarketId == shop.MarketId && p.ListedAt != null);
            return await told.AnyAsync(cancel) ? await told.CountAsync(p => p.ListedAt >= from && p.ListedAt < to, cancel) : null;
        }
    }
}
