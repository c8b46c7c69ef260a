using System.Globalization;

namespace Showrunner.Ledger;

/// <summary>
/// What a piece of an order line cost on the line's day: the cost of its SKU, else of its product, that began last. A line whose cost nobody told has none.
/// </summary>
public static class UnitCosts
{
    /// <summary>In SQL over <see cref="Joins"/>: minor units, or NULL.</summary>
    public const string Cost = "coalesce(of_sku.cost_minor, of_product.cost_minor)";

    /// <summary>To be put behind <c>order_line f</c>; adds columns and no rows.</summary>
    public static string Joins(long marketId) =>
        $" LEFT JOIN {Spans(marketId, "sku_no = ''")} of_product ON of_product.cost_product = f.product_id AND f.day >= of_product.cost_from AND f.day < of_product.cost_until"
        + $" LEFT JOIN {Spans(marketId, "sku_no <> ''")} of_sku ON of_sku.cost_product = f.product_id AND of_sku.cost_sku = f.sku_no AND f.day >= of_sku.cost_from AND f.day < of_sku.cost_until";

    /// <summary>Every cost with the days it holds: until the next begins.</summary>
    private static string Spans(long marketId, string whose) => string.Create(CultureInfo.InvariantCulture, $"""
        (SELECT product_id AS cost_product, sku_no AS cost_sku, day AS cost_from, value AS cost_minor,
          coalesce(lead(day) OVER (PARTITION BY product_id, sku_no ORDER BY day), DATE '9999-12-31') AS cost_until
          FROM product_figure WHERE market_id = {marketId} AND measure = '{GoodsMeasure.Cost}' AND occurrence = 0 AND {whose})
        """);
}
