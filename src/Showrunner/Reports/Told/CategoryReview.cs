using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Reports.Told;

/// <summary>One category with those below it, or all of them side by side.</summary>
public sealed class CategoryReview(RunMetricQuery run, Texts texts) : FigureReport(run, texts)
{
    public override string Code => "category";
    public override string TitleKey => "report.category";
    public override string? About => "category";

    protected override IReadOnlyList<Part> Parts { get; } =
    [
        new Cards("sales", "report.sheet.summary", "report.sales", "gmv", "orders", "items", "price_per_item", "active_creators", "active_products", "active_shops", "refund_rate"),
        new Course("trend", "report.sheet.trend", "gmv", "orders", "items", "active_creators", "refunds"),
        new Ranking("categories", "dimension.category.many", "category", "gmv", "orders", "items", "active_creators", "active_products", "refund_rate") { Most = 50 },
        new Ranking("creators", "dimension.creator.many", "creator", "gmv", "orders", "items", "refund_rate"),
        new Ranking("products", "dimension.product.many", "product", "gmv", "orders", "items", "active_creators", "refund_rate"),
        new Ranking("shops", "dimension.shop.many", "shop", "gmv", "orders", "items", "active_creators", "refund_rate"),
    ];
}
