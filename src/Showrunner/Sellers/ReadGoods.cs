using System.Globalization;
using Showrunner.Insights;
using Showrunner.Ledger;

namespace Showrunner.Sellers;

/// <summary>What is known of products on a day: what they cost then, and the newest price, stock and rating told by then.</summary>
public static class ReadGoods
{
    /// <summary>Money in minor units, the rating in millionths of a star. SKUs of different costs make a range; since when is that of the newest.</summary>
    public sealed record Goods(long? CostLowMinor, long? CostHighMinor, DateOnly? CostFrom, long? PriceMinor, DateOnly? PriceDay, long? Stock, DateOnly? StockDay, long? RatingPpm, DateOnly? RatingDay)
    {
        public static readonly Goods Nothing = new(null, null, null, null, null, null, null, null, null);
    }

    private sealed record Told(string Measure, string Sku, DateOnly Day, long Value);

    public static async Task<IReadOnlyDictionary<long, Goods>> Handle(OpenMarket open, IReadOnlyCollection<long> products, DateOnly day, CancellationToken cancel)
    {
        if (products.Count == 0) return new Dictionary<long, Goods>();
        var rows = await open.Rows(string.Create(CultureInfo.InvariantCulture, $"""
            SELECT product_id, measure, sku_no, day, value FROM (
              SELECT product_id, measure, sku_no, day, value, row_number() OVER (PARTITION BY product_id, measure, sku_no ORDER BY day DESC) AS newest
              FROM product_figure WHERE market_id = {open.Id} AND day <= DATE '{day:yyyy-MM-dd}' AND occurrence = 0 AND product_id IN ({string.Join(", ", products)}))
            WHERE newest = 1
            """), [], cancel);
        return rows.GroupBy(r => (long)r[0]!, r => new Told((string)r[1]!, (string)r[2]!, (DateOnly)r[3]!, (long)r[4]!)).ToDictionary(g => g.Key, g => Of([.. g]));
    }

    private static Goods Of(IReadOnlyList<Told> told)
    {
        var costs = told.Where(t => t.Measure == GoodsMeasure.Cost).ToList();
        var (price, stock, rating) = (Newest(GoodsMeasure.Price), Newest(GoodsMeasure.Stock), Newest(GoodsMeasure.Rating));
        return new Goods(costs.Min(c => (long?)c.Value), costs.Max(c => (long?)c.Value), costs.Max(c => (DateOnly?)c.Day),
            Whole(price)?.Value ?? price.Max(t => (long?)t.Value), Day(price), Whole(stock)?.Value ?? (stock.Count > 0 ? stock.Sum(t => t.Value) : null), Day(stock),
            Whole(rating)?.Value ?? (rating.Count > 0 ? (long)rating.Average(t => t.Value) : null), Day(rating));

        List<Told> Newest(string measure)
        {
            var all = told.Where(t => t.Measure == measure).ToList();
            return [.. all.Where(t => t.Day == all.Max(other => other.Day))];
        }
    }

    private static Told? Whole(List<Told> told) => told.FirstOrDefault(t => t.Sku.Length == 0);
    private static DateOnly? Day(List<Told> told) => told.Count == 0 ? null : told[0].Day;
}
