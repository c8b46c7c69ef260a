namespace Showrunner.Metrics.Dictionary;

/// <summary>The state of the goods on the period's last day, product by product; see <see cref="Ledger.NewestGoods"/>. What no file told stays unknown.</summary>
internal static class GoodsMeasures
{
    /// <summary>Ours: two weeks are what a delivery usually takes; under four stars shoppers turn away.</summary>
    private const int LowCoverDays = 14, LowRating = 4_000_000;

    public static readonly IReadOnlyList<Measure> All =
    [
        Sum("stock", "stock"),
        Sum("stock_days", "stock * days"),
        Sum("stock_sold", "CASE WHEN stock IS NOT NULL THEN sold END"),
        Sum("products_stocked", "CASE WHEN stock IS NOT NULL THEN 1 END"),
        Sum("products_out_of_stock", "CASE WHEN stock IS NULL THEN NULL WHEN stock <= 0 THEN 1 ELSE 0 END"),
        Sum("products_low_cover", $"CASE WHEN stock IS NULL THEN NULL WHEN stock > 0 AND stock * days < sold * {LowCoverDays} THEN 1 ELSE 0 END"),
        new("stars", Family.Goods, "CAST(sum(rating) AS DOUBLE PRECISION) / 1000000", OverDays.Never),
        Sum("products_rated", "CASE WHEN rating IS NOT NULL THEN 1 END"),
        Sum("products_low_rated", $"CASE WHEN rating IS NULL THEN NULL WHEN rating < {LowRating} THEN 1 ELSE 0 END"),
    ];

    private static Measure Sum(string code, string sql) => new(code, Family.Goods, $"CAST(sum({sql}) AS BIGINT)", OverDays.Never);
}
