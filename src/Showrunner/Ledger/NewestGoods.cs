using System.Globalization;
using Showrunner.Platform;

namespace Showrunner.Ledger;

/// <summary>
/// A product's stock and rating are those of the newest day that tells of them. What is said of the whole product counts; where only
/// SKUs are named, their stock adds up and a SKU that the day does not name has none.
/// </summary>
public static class NewestGoods
{
    /// <summary>One row per product whose stock or rating is known by the last day, with what it sold in the days: a table for FROM, without alias.</summary>
    public static string Sql(long marketId, DayRange days) => string.Create(CultureInfo.InvariantCulture, $"""
        (SELECT g.market_id, g.product_id, p.shop_id, g.stock, g.rating, coalesce(o.sold, 0) AS sold, CAST({days.Days} AS BIGINT) AS days
          FROM (SELECT CAST({marketId} AS BIGINT) AS market_id, product_id, max(CASE WHEN measure = '{GoodsMeasure.Stock}' THEN amount END) AS stock, max(CASE WHEN measure = '{GoodsMeasure.Rating}' THEN mean END) AS rating
            FROM (SELECT v.product_id, v.measure, CAST(coalesce(max(CASE WHEN v.sku_no = '' THEN v.value END), sum(v.value)) AS BIGINT) AS amount, CAST(avg(v.value) AS BIGINT) AS mean
              FROM product_figure v JOIN (SELECT product_id, measure, max(day) AS newest FROM product_figure
                WHERE market_id = {marketId} AND measure IN ('{GoodsMeasure.Stock}', '{GoodsMeasure.Rating}') AND day <= DATE '{days.To:yyyy-MM-dd}' GROUP BY product_id, measure) n
                ON n.product_id = v.product_id AND n.measure = v.measure AND n.newest = v.day
              WHERE v.market_id = {marketId} AND v.occurrence = 0 GROUP BY v.product_id, v.measure) told GROUP BY product_id) g
          JOIN product p ON p.id = g.product_id
          LEFT JOIN (SELECT product_id, CAST(sum(quantity) AS BIGINT) AS sold FROM order_line
            WHERE market_id = {marketId} AND day BETWEEN DATE '{days.From:yyyy-MM-dd}' AND DATE '{days.To:yyyy-MM-dd}' AND status NOT IN ('unpaid', 'cancelled') GROUP BY product_id) o ON o.product_id = g.product_id)
        """);
}
