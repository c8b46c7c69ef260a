using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Reports.Told;

/// <summary>One creator: what was sold, posted and earned, with what and for whom.</summary>
public sealed class CreatorScorecard(RunMetricQuery run, Texts texts) : FigureReport(run, texts)
{
    public override string Code => "scorecard";
    public override string TitleKey => "report.scorecard";
    public override string? About => "creator";
    public override bool NeedsSubject => true;

    protected override IReadOnlyList<Part> Parts { get; } =
    [
        new Cards("sales", "report.sheet.summary", "report.sales", "gmv", "orders", "items", "aov", "refunds", "refund_rate", "est_earnings", "settled_earnings"),
        new Cards("content", "report.sheet.summary", "report.content", "videos", "video_views", "video_gpm", "video_sell_through", "lives", "live_hours", "live_sales", "live_gpm"),
        new Course("trend", "report.sheet.trend", "gmv", "orders", "items", "refunds", "est_earnings"),
        new Ranking("channels", "report.sheet.channels", "channel", "gmv", "orders", "items", "refund_rate"),
        new Ranking("products", "dimension.product.many", "product", "gmv", "orders", "items", "refund_rate", "est_earnings"),
        new Ranking("shops", "dimension.shop.many", "shop", "gmv", "orders", "items", "refund_rate", "est_earnings"),
    ];
}
