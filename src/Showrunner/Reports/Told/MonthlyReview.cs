using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Reports.Told;

/// <summary>A month, or any longer period, of a whole market: sales, money, content, and who and what moved them.</summary>
public sealed class MonthlyReview(RunMetricQuery run, Texts texts) : FigureReport(run, texts)
{
    public override string Code => "monthly";
    public override string TitleKey => "report.monthly";

    protected override IReadOnlyList<Part> Parts { get; } =
    [
        new Cards("sales", "report.sheet.summary", "report.sales", "gmv", "net_sales", "orders", "items", "aov", "customers", "active_creators", "gmv_per_creator"),
        new Cards("money", "report.sheet.summary", "report.money", "est_earnings", "settled_earnings", "commission_rate", "refunds", "refund_rate", "gross_margin", "margin_rate", "cost_coverage"),
        new Cards("content", "report.sheet.summary", "report.content", "videos", "video_views", "video_gpm", "video_sell_through", "lives", "live_hours", "live_gpm", "creators_posting"),
        new Course("trend", "report.sheet.trend", "gmv", "net_sales", "orders", "items", "refunds", "est_earnings", "settled_earnings"),
        new Ranking("channels", "report.sheet.channels", "channel", "gmv", "orders", "items", "aov", "refund_rate"),
        new Ranking("categories", "dimension.category.many", "category", "gmv", "orders", "items", "active_creators", "refund_rate"),
        new Ranking("shops", "dimension.shop.many", "shop", "gmv", "orders", "items", "active_creators", "refund_rate", "est_earnings"),
        new Ranking("creators", "dimension.creator.many", "creator", "gmv", "orders", "items", "refund_rate", "est_earnings") { Most = 50 },
        new Ranking("products", "dimension.product.many", "product", "gmv", "orders", "items", "active_creators", "refund_rate") { Most = 50 },
    ];
}
