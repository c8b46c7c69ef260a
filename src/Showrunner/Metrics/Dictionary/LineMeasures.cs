using Showrunner.Ledger;

namespace Showrunner.Metrics.Dictionary;

internal static class LineMeasures
{
    /// <summary>The measure that <see cref="OrderRepeats"/> knows a short way to, and the lines it counts orders of.</summary>
    public const string Orders = "orders", Sold = "status <> 'unpaid' AND quantity > 0";
    private const string Kept = "status NOT IN ('unpaid', 'cancelled')";
    private const string LineCost = $"(quantity - returned_quantity) * {UnitCosts.Cost}";
    private const string Earnings = "coalesce(est_commission_minor, 0) + coalesce(est_ads_commission_minor, 0) + coalesce(est_bonus_minor, 0)";

    public static readonly IReadOnlyList<Measure> All =
    [
        Sum("gmv", "CASE WHEN status <> 'unpaid' THEN gmv_minor END"),
        Sum("gmv_live", "CASE WHEN status <> 'unpaid' AND channel = 'live' THEN gmv_minor END"),
        Sum("gmv_video", "CASE WHEN status <> 'unpaid' AND channel = 'video' THEN gmv_minor END"),
        Sum("gmv_product_card", "CASE WHEN status <> 'unpaid' AND channel = 'product_card' THEN gmv_minor END"),
        Sum("gmv_showcase", "CASE WHEN status <> 'unpaid' AND channel = 'showcase' THEN gmv_minor END"),
        Sum("gmv_affiliate", "CASE WHEN status <> 'unpaid' AND creator_id <> 0 THEN gmv_minor END"),
        Sum("gmv_cancelled", "CASE WHEN status = 'cancelled' THEN gmv_minor END"),
        Sum("gmv_settled", "CASE WHEN status = 'settled' THEN gmv_minor END"),
        Sum("net_sales", $"CASE WHEN {Kept} THEN gmv_minor - refund_minor END"),
        ByNumber(Orders, $"CASE WHEN {Sold} THEN order_key END"),
        ByNumber("orders_created", "CASE WHEN quantity > 0 THEN order_key END"),
        ByNumber("orders_cancelled", "CASE WHEN status = 'cancelled' THEN order_key END"),
        ByNumber("orders_refunded", "CASE WHEN refund_minor > 0 THEN order_key END"),
        ByNumber("sku_orders", $"CASE WHEN {Sold} THEN CAST(order_key AS VARCHAR) || ':' || sku_no END"),
        new("order_lines", Family.Lines, "count(*)"),
        Sum("return_lines", "CASE WHEN returned_quantity > 0 THEN 1 END"),
        Sum("items", "CASE WHEN status <> 'unpaid' THEN quantity END"),
        Sum("items_refunded", "returned_quantity"),
        Sum("refunds", "refund_minor"),
        Sum("est_commission", "est_commission_minor"),
        Sum("est_ads_commission", "est_ads_commission_minor"),
        Sum("est_bonus", "est_bonus_minor"),
        Sum("est_earnings", Earnings),
        Sum("settled_commission", "actual_commission_minor"),
        Sum("settled_ads_commission", "actual_ads_commission_minor"),
        Sum("settled_bonus", "actual_bonus_minor"),
        Sum("settled_earnings", "coalesce(actual_commission_minor, 0) + coalesce(actual_ads_commission_minor, 0) + coalesce(actual_bonus_minor, 0)"),
        Sum("settled_lines", "CASE WHEN actual_commission_minor IS NOT NULL THEN 1 END"),
        Sum("est_base", "est_base_minor"),
        Sum("settled_base", "actual_base_minor"),
        Costed("cogs", $"CASE WHEN {Kept} THEN {LineCost} END"),
        Costed("gross_margin", $"CASE WHEN {Kept} THEN gmv_minor - refund_minor - {LineCost} END"),
        Costed("est_margin_after_commission", $"CASE WHEN {Kept} THEN gmv_minor - refund_minor - {LineCost} - ({Earnings}) END"),
        Costed("net_sales_costed", $"CASE WHEN {Kept} AND {UnitCosts.Cost} IS NOT NULL THEN gmv_minor - refund_minor END"),
        Costed("gmv_costed", $"CASE WHEN status <> 'unpaid' AND {UnitCosts.Cost} IS NOT NULL THEN gmv_minor ELSE 0 END"),
        Rows("active_creators", $"CASE WHEN {Sold} AND creator_id <> 0 THEN creator_id END"),
        Rows("active_products", $"CASE WHEN {Sold} AND product_id <> 0 THEN product_id END"),
        Rows("active_shops", $"CASE WHEN {Sold} AND shop_id <> 0 THEN shop_id END"),
        Distinct("customers", $"CASE WHEN {Sold} AND buyer_no <> '' THEN buyer_no END"),
        Distinct("videos_with_sales", $"CASE WHEN {Sold} AND channel = 'video' AND content_no <> '' THEN content_no END"),
        Distinct("lives_with_sales", $"CASE WHEN {Sold} AND channel = 'live' AND content_no <> '' THEN content_no END"),
    ];

    private static Measure Sum(string code, string sql) => new(code, Family.Lines, $"coalesce(CAST(sum({sql}) AS BIGINT), 0)");
    private static Measure Costed(string code, string sql) => new(code, Family.Lines, $"CAST(sum({sql}) AS BIGINT)") { NeedsCost = true };
    private static Measure ByNumber(string code, string sql) => new(code, Family.Lines, $"count(DISTINCT {sql})", OverDays.AddsUpByOrder);
    private static Measure Rows(string code, string sql) => new(code, Family.Lines, $"count(DISTINCT {sql})", OverDays.AddsUpAsSet) { Member = sql };
    private static Measure Distinct(string code, string sql) => new(code, Family.Lines, $"count(DISTINCT {sql})", OverDays.Never);
}
