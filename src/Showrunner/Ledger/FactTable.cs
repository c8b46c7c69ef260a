namespace Showrunner.Ledger;

public enum FactType { Long, Text, Day, Instant }

/// <summary>A column; a key column is part of what makes a second load of the same row no row.</summary>
public sealed record FactColumn(string Name, FactType Type, bool Key = false, bool Nullable = false);

/// <summary>
/// A table of what happened, described once: the truth, the columns, the staging area, the loader and the history of
/// restated rows are all made from this. <c>occurrence</c> numbers rows of one file that share the key, in file order.
/// </summary>
public sealed record FactTable(string Name, IReadOnlyList<FactColumn> Columns)
{
    public IEnumerable<FactColumn> Keys => Columns.Where(c => c.Key);
    public IEnumerable<FactColumn> Values => Columns.Where(c => !c.Key);
    public string HistoryName => Name + "_history";

    /// <summary>Which import gave the row its figures, and the change that wrote it.</summary>
    public static readonly IReadOnlyList<FactColumn> Trace = [new("import_id", FactType.Long), new("change_id", FactType.Long)];

    public static readonly FactTable OrderLine = new("order_line",
    [
        L("market_id", key: true), L("creator_id", key: true), T("order_no", key: true), L("product_id", key: true),
        T("sku_no", key: true), T("content_no", key: true), L("occurrence", key: true),
        L("order_key"), L("shop_id"), new("day", FactType.Day), new("ordered_at", FactType.Instant),
        T("channel"), T("status"), T("seller_sku"), T("buyer_no"),
        L("quantity"), L("returned_quantity"), L("price_minor"), L("gmv_minor"), L("refund_minor"),
        N("commission_rate_ppm"), N("ads_commission_rate_ppm"), N("est_base_minor"), N("actual_base_minor"),
        N("est_commission_minor"), N("actual_commission_minor"), N("est_ads_commission_minor"), N("actual_ads_commission_minor"),
        N("est_bonus_minor"), N("actual_bonus_minor"),
        I("paid_at"), I("delivered_at"), I("settled_at"),
    ]);

    public static readonly FactTable PeriodTotal = new("period_total",
    [
        L("market_id", key: true), L("creator_id", key: true), L("product_id", key: true), T("measure", key: true),
        new("period_from", FactType.Day, Key: true), new("period_to", FactType.Day, Key: true), L("occurrence", key: true),
        L("shop_id"), T("subject"), T("state"), L("low"), L("high"),
    ]);

    public static readonly FactTable ContentStat = new("content_stat",
    [
        L("market_id", key: true), L("creator_id", key: true), T("content_no", key: true), L("product_id", key: true),
        T("stat_window", key: true), new("period_from", FactType.Day, Key: true), new("period_to", FactType.Day, Key: true), L("occurrence", key: true),
        T("kind"), T("title"), T("link"), new("day", FactType.Day), new("posted_at", FactType.Instant), I("ended_at"),
        N("duration_seconds"), N("paid_promotion"), N("views"), N("viewers"), N("peak_viewers"), N("avg_view_seconds"),
        N("likes"), N("comments"), N("shares"), N("new_followers"), N("product_impressions"), N("product_clicks"),
        N("created_sku_orders"), N("sku_orders"), N("orders"), N("customers"), N("items"), N("items_refunded"),
        N("products_added"), N("products_sold"), N("gmv_minor"), N("attributed_gmv_minor"), N("refund_minor"),
        N("est_commission_minor"), N("est_flat_fee_minor"), N("completion_rate_ppm"),
    ]);

    public static readonly IReadOnlyList<FactTable> All = [OrderLine, PeriodTotal, ContentStat];

    private static FactColumn L(string name, bool key = false) => new(name, FactType.Long, key);
    private static FactColumn N(string name) => new(name, FactType.Long, Nullable: true);
    private static FactColumn T(string name, bool key = false) => new(name, FactType.Text, key);
    private static FactColumn I(string name) => new(name, FactType.Instant, Nullable: true);
}
