using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Reports.Told;

/// <summary>One shop for its key-account talk: business, stock, who sells for it and with what.</summary>
public sealed class SellerReview(RunMetricQuery run, Texts texts) : FigureReport(run, texts)
{
    public override string Code => "seller";
    public override string TitleKey => "report.seller";
    public override string? About => "shop";
    public override bool NeedsSubject => true;

    protected override IReadOnlyList<Part> Parts { get; } =
    [
        new Cards("sales", "report.sheet.summary", "report.sales", "gmv", "net_sales", "orders", "items", "aov", "active_creators", "gmv_per_creator", "customers"),
        new Cards("money", "report.sheet.summary", "report.money", "refunds", "refund_rate", "est_earnings", "settled_earnings", "commission_rate", "gross_margin", "margin_rate", "cost_coverage"),
        new Cards("stock", "report.sheet.summary", "report.stock", "stock", "days_of_cover", "products_stocked", "products_out_of_stock", "products_low_cover", "product_rating", "products_low_rated"),
        new Course("trend", "report.sheet.trend", "gmv", "orders", "items", "refunds", "est_earnings"),
        new Ranking("channels", "report.sheet.channels", "channel", "gmv", "orders", "items", "refund_rate"),
        new Ranking("creators", "dimension.creator.many", "creator", "gmv", "orders", "items", "refund_rate", "est_earnings") { Most = 50 },
        new Ranking("products", "dimension.product.many", "product", "gmv", "orders", "items", "active_creators", "refund_rate", "est_earnings") { Most = 50 },
    ];
}
