using Showrunner.Data;

namespace Showrunner.Ledger;

/// <summary>
/// The tables of what happened. <c>occurrence</c> numbers rows of one file that share the key, in file order;
/// <c>import_id</c> gave the row its figures, <c>change_id</c> wrote it.
/// </summary>
public static class Facts
{
    internal const string Campaign = "campaign_id";

    public static readonly TableShape OrderLine = Fact("order_line",
    [
        L("market_id", key: true), L("creator_id", key: true), T("order_no", key: true), L("product_id", key: true),
        T("sku_no", key: true), T("content_no", key: true), L("occurrence", key: true),
        L("order_key"), L("shop_id"), new("day", ColumnType.Day), new("ordered_at", ColumnType.Instant),
        T("channel"), T("status"), T("seller_sku"), T("buyer_no"),
        L("quantity"), L("returned_quantity"), L("price_minor"), L("gmv_minor"), L("refund_minor"),
        N("commission_rate_ppm"), N("ads_commission_rate_ppm"), N("est_base_minor"), N("actual_base_minor"),
        N("est_commission_minor"), N("actual_commission_minor"), N("est_ads_commission_minor"), N("actual_ads_commission_minor"),
        N("est_bonus_minor"), N("actual_bonus_minor"),
        I("paid_at"), I("delivered_at"), I("settled_at"), N(Campaign),
    ]);

    public static readonly TableShape PeriodTotal = Fact("period_total",
    [
        L("market_id", key: true), L("creator_id", key: true), L("product_id", key: true), T("measure", key: true),
        new("period_from", ColumnType.Day, Key: true), new("period_to", ColumnType.Day, Key: true), L("occurrence", key: true),
        L("shop_id"), T("subject"), T("state"), L("low"), L("high"),
    ]);

    public static readonly TableShape ContentStat = Fact("content_stat",
    [
        L("market_id", key: true), L("creator_id", key: true), T("content_no", key: true), L("product_id", key: true),
        T("stat_window", key: true), new("period_from", ColumnType.Day, Key: true), new("period_to", ColumnType.Day, Key: true), L("occurrence", key: true),
        T("kind"), T("title"), T("link"), new("day", ColumnType.Day), new("posted_at", ColumnType.Instant), I("ended_at"),
        N("duration_seconds"), N("paid_promotion"), N("views"), N("viewers"), N("peak_viewers"), N("avg_view_seconds"),
        N("likes"), N("comments"), N("shares"), N("new_followers"), N("product_impressions"), N("product_clicks"),
        N("created_sku_orders"), N("sku_orders"), N("orders"), N("customers"), N("items"), N("items_refunded"),
        N("products_added"), N("products_sold"), N("gmv_minor"), N("attributed_gmv_minor"), N("refund_minor"),
        N("est_commission_minor"), N("est_flat_fee_minor"), N("completion_rate_ppm"),
    ]);

    /// <summary>What is true of a product from a day on (its cost) or was on a day (stock, price, rating); without a SKU it is said of the whole product.</summary>
    public static readonly TableShape ProductFigure = Fact("product_figure",
    [
        L("market_id", key: true), L("product_id", key: true), T("measure", key: true), T("sku_no", key: true), new("day", ColumnType.Day, Key: true), L("occurrence", key: true),
        L("value"),
    ]);

    /// <summary>A product was offered to a creator on a day, and what came of it; a day that is missing has not come, or is not known.</summary>
    public static readonly TableShape Offer = Fact("offer",
    [
        L("market_id", key: true), L("creator_id", key: true), L("product_id", key: true), new("day", ColumnType.Day, Key: true), L("occurrence", key: true),
        T("answer"), D("answered_day"), D("sample_day"), D("posted_day"),
    ]);

    public static readonly IReadOnlyList<TableShape> All = [OrderLine, PeriodTotal, ContentStat, ProductFigure, Offer];

    /// <summary>Older figures of restated rows: the same row, and which change replaced it.</summary>
    public static TableShape HistoryOf(TableShape fact) => fact.With(fact.Name + "_history", new ColumnShape("replaced_change_id", ColumnType.Long));

    /// <summary>What the row says, without who wrote it when: two loads of one row agree in these.</summary>
    public static IEnumerable<ColumnShape> FiguresOf(TableShape fact) => fact.Values.Where(c => c.Name is not ("import_id" or "change_id"));

    private static TableShape Fact(string name, IReadOnlyList<ColumnShape> columns) =>
        new(name, [.. columns, L("import_id"), L("change_id")]);
    private static ColumnShape L(string name, bool key = false) => new(name, ColumnType.Long, key);
    private static ColumnShape N(string name) => new(name, ColumnType.Long, Nullable: true);
    private static ColumnShape T(string name, bool key = false) => new(name, ColumnType.Text, key);
    private static ColumnShape D(string name) => new(name, ColumnType.Day, Nullable: true);
    private static ColumnShape I(string name) => new(name, ColumnType.Instant, Nullable: true);
}
