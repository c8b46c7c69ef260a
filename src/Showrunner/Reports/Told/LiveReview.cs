using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Reports.Told;

/// <summary>The LIVE programme: how much was shown, seen and sold, by whom and in which shows.</summary>
public sealed class LiveReview(RunMetricQuery run, Texts texts) : FigureReport(run, texts)
{
    public override string Code => "live";
    public override string TitleKey => "report.live";

    protected override IReadOnlyList<Part> Parts { get; } =
    [
        new Cards("sales", "report.sheet.summary", "report.sales", "live_sales", "live_orders", "live_items", "live_gpm", "live_uv_value", "gmv_live"),
        new Cards("shows", "report.sheet.summary", "report.shows", "lives", "live_hours", "live_views", "live_viewers", "live_view_duration", "live_follows", "live_comments"),
        new Cards("funnel", "report.sheet.summary", "report.funnel", "live_ctr", "live_ctor", "live_ctor_sku", "live_follow_rate", "live_comment_rate"),
        new Course("trend", "report.sheet.trend", "live_sales", "lives", "live_hours", "live_views", "live_orders"),
        new Ranking("creators", "dimension.creator.many", "creator", "live_sales", "lives", "live_hours", "live_views", "live_gpm", "live_ctr", "live_ctor") { Most = 50 },
        new Ranking("shows-best", "report.sheet.shows", "content", "live_sales", "live_hours", "live_views", "live_viewers", "live_gpm", "live_ctr", "live_ctor") { Most = 50, Where = [new MetricFilter("channel", ["live"])] },
    ];
}
