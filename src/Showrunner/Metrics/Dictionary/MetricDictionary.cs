namespace Showrunner.Metrics.Dictionary;

/// <summary>Every metric of the product. Boards, reports, the command line and the API know no other figures.</summary>
public static class MetricDictionary
{
    private const string Shop = "Marketplace API: shop performance per hour";
    private const string PerMinute = "Marketplace API: LIVE performance per minute";
    private const string LiveList = "Marketplace API: LIVE performance list";
    private const string Core = "Marketplace API: LIVE core stats";
    private const string Product = "Marketplace API: LIVE products performance";
    private const string VideoList = "Marketplace API: video performance list";
    private const string Orders = "Marketplace API: affiliate order search";
    private const string Ours = "Showrunner";
    private static readonly Family[] Sales = [Family.Lines, Family.Totals], Lines = [Family.Lines], Totals = [Family.Totals], Content = [Family.Content], Goods = [Family.Goods];

    public static readonly IReadOnlyList<Metric> All =
    [
        Money("gmv", Shop, Sales), Money("net_sales", Ours, Sales) with { VariantOf = "gmv" },
        Money("gmv_live", Shop, Sales), Money("gmv_video", Shop, Sales), Money("gmv_product_card", Shop, Sales), Money("gmv_showcase", Shop, Lines),
        Money("gmv_affiliate", Shop, Sales), Money("gmv_target", Shop, Totals), Money("gmv_open", Shop, Totals),
        Money("gmv_cancelled", Ours, Lines) with { Direction = Direction.Down }, Money("gmv_settled", Orders, Lines),
        Count("orders", PerMinute, Sales), Count("sku_orders", LiveList, Lines) with { VariantOf = "orders" }, Count("order_lines", Ours, Lines),
        Count("orders_created", PerMinute, Lines), Ratio("payment_rate", "orders", "orders_created", Unit.Rate, Product, Lines),
        Count("items", LiveList, Sales), Count("items_refunded", Orders, Sales) with { Direction = Direction.Down },
        Count("return_lines", Ours, Lines) with { Direction = Direction.Down },
        Money("refunds", Orders, Sales) with { Direction = Direction.Down },
        Ratio("refund_rate", "refunds", "gmv", Unit.Rate, Ours, Sales) with { Direction = Direction.Down },
        Ratio("items_refund_rate", "items_refunded", "items", Unit.Rate, Ours, Sales) with { Direction = Direction.Down, VariantOf = "refund_rate" },
        Ratio("order_refund_rate", "orders_refunded", "orders", Unit.Rate, Ours, Lines) with { Direction = Direction.Down, VariantOf = "refund_rate" },
        Ratio("cancel_rate", "orders_cancelled", "orders_created", Unit.Rate, Ours, Lines) with { Direction = Direction.Down },
        Ratio("aov", "gmv", "orders", Unit.Money, PerMinute, Sales), Ratio("price_per_item", "gmv", "items", Unit.Money, LiveList, Sales) with { VariantOf = "aov" },
        Ratio("gmv_per_customer", "gmv", "customers", Unit.Money, Ours, Lines) with { VariantOf = "aov" },
        Ratio("items_per_order", "items", "orders", Unit.Count, Ours, Sales),
        Money("est_commission", Orders, Sales) with { IsEstimate = true, Direction = Direction.Neutral },
        Money("est_ads_commission", Orders, Lines) with { IsEstimate = true, Direction = Direction.Neutral },
        Money("est_bonus", Orders, Lines) with { IsEstimate = true, Direction = Direction.Neutral },
        Money("est_earnings", Orders, Sales) with { IsEstimate = true, Direction = Direction.Neutral, VariantOf = "est_commission" },
        Money("est_flat_fee", Orders, Totals) with { IsEstimate = true, Direction = Direction.Neutral },
        Money("settled_commission", Orders, Sales) with { Direction = Direction.Neutral },
        Money("settled_ads_commission", Orders, Lines) with { Direction = Direction.Neutral },
        Money("settled_bonus", Orders, Lines) with { Direction = Direction.Neutral },
        Money("settled_earnings", Orders, Lines) with { Direction = Direction.Neutral, VariantOf = "settled_commission" },
        Ratio("commission_rate", "est_earnings", "gmv", Unit.Rate, Ours, Sales) with { IsEstimate = true, Direction = Direction.Neutral },
        Ratio("settled_share", "settled_lines", "order_lines", Unit.Rate, Ours, Lines),
        Money("cogs", Ours, Lines) with { Direction = Direction.Neutral }, Money("gross_margin", Ours, Lines),
        Ratio("margin_rate", "gross_margin", "net_sales_costed", Unit.Rate, Ours, Lines),
        Money("est_margin_after_commission", Ours, Lines) with { IsEstimate = true, VariantOf = "gross_margin" },
        Ratio("cost_coverage", "gmv_costed", "gmv", Unit.Rate, Ours, Lines),
        Count("active_creators", Ours, Sales), Count("active_products", Ours, Sales), Count("active_shops", Ours, Lines), Count("customers", PerMinute, Lines),
        Ratio("gmv_per_creator", "gmv", "active_creators", Unit.Money, Ours, Sales),
        Count("videos_with_sales", Ours, Lines), Count("lives_with_sales", Ours, Lines),
        Count("listed_creators", Ours, Totals), Count("followers", Ours, Totals), Count("product_impressions", PerMinute, Totals),
        Count("videos", VideoList, [Family.Content, Family.Totals]), Count("lives", LiveList, [Family.Content, Family.Totals]),
        Count("creators_posting", Ours, Content), Count("videos_selling", Ours, Content),
        Ratio("video_sell_through", "videos_selling", "videos", Unit.Rate, Ours, Content),
        Count("video_views", VideoList, Content), Count("video_likes", VideoList, Content), Count("video_items", VideoList, Content), Money("video_sales", VideoList, Content),
        Ratio("video_gpm", "video_sales", "video_views", Unit.Money, VideoList, Content) with { Scale = 1000 },
        Ratio("video_engagement_rate", "video_engagements", "video_views", Unit.Rate, "Marketplace API: creator performance", Content),
        Ratio("video_ctr", "video_clicks", "video_views", Unit.Rate, VideoList, Content),
        Ratio("video_ctr_product", "video_clicks", "video_impressions", Unit.Rate, Product, Content) with { VariantOf = "video_ctr" },
        Ratio("views_per_video", "video_views", "videos", Unit.Count, Ours, Content),
        Money("live_sales", PerMinute, Content), Money("live_attributed_sales", LiveList, Content) with { VariantOf = "live_sales" },
        Count("live_views", Core, Content), Count("live_viewers", LiveList, Content), Count("live_items", LiveList, Content), Count("live_orders", PerMinute, Content),
        Count("live_follows", PerMinute, Content), Count("live_comments", PerMinute, Content),
        new("live_hours", "live_seconds", Unit.Hours) { Source = Ours, Families = Content },
        Ratio("live_gpm", "live_sales", "live_views", Unit.Money, Product, Content) with { Scale = 1000 },
        Ratio("live_ctr", "live_clicks", "live_views", Unit.Rate, Core, Content),
        Ratio("live_ctr_product", "live_clicks", "live_impressions", Unit.Rate, Product, Content) with { VariantOf = "live_ctr" },
        Ratio("live_ctor_sku", "live_sku_orders", "live_clicks", Unit.Rate, Core, Content),
        Ratio("live_ctor", "live_orders", "live_clicks", Unit.Rate, Product, Content) with { VariantOf = "live_ctor_sku" },
        Ratio("live_follow_rate", "live_follows", "live_views", Unit.Rate, PerMinute, Content),
        Ratio("live_comment_rate", "live_comments", "live_views", Unit.Rate, PerMinute, Content),
        Ratio("live_view_duration", "live_watch_seconds", "live_views", Unit.Seconds, LiveList, Content),
        Ratio("live_uv_value", "live_sales", "live_viewers", Unit.Money, Ours, Content) with { VariantOf = "live_gpm" },
        Count("stock", Ours, Goods) with { Direction = Direction.Neutral }, Ratio("days_of_cover", "stock_days", "stock_sold", Unit.Days, Ours, Goods) with { Direction = Direction.Neutral },
        Count("products_stocked", Ours, Goods), Count("products_out_of_stock", Ours, Goods) with { Direction = Direction.Down },
        Count("products_low_cover", Ours, Goods) with { Direction = Direction.Down },
        Ratio("product_rating", "stars", "products_rated", Unit.Count, Ours, Goods), Count("products_low_rated", Ours, Goods) with { Direction = Direction.Down },
    ];

    private static readonly Dictionary<string, Metric> ByCode = All.ToDictionary(m => m.Code);
    private static readonly Dictionary<(Family, string), Measure> Measures =
        LineMeasures.All.Concat(TotalMeasures.All).Concat(ContentMeasures.All).Concat(GoodsMeasures.All).ToDictionary(m => (m.Family, m.Code));

    public static Metric? Find(string code) => ByCode.GetValueOrDefault(code);
    public static Measure Measure(Family family, string code) => Measures[(family, code)];
    public static IEnumerable<Metric> VariantsOf(Metric metric) => All.Where(m => m != metric && (m.VariantOf ?? m.Code) == (metric.VariantOf ?? metric.Code));

    private static Metric Money(string code, string source, Family[] families) => new(code, code, Unit.Money) { Source = source, Families = families };
    private static Metric Count(string code, string source, Family[] families) => new(code, code, Unit.Count) { Source = source, Families = families };
    private static Metric Ratio(string code, string over, string under, Unit unit, string source, Family[] families) =>
        new(code, over, unit) { Denominator = under, Source = source, Families = families };
}
