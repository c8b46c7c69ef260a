using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Reports.Told;

/// <summary>Whether the circle of creators grows: how many sell and post, who is new, who stopped.</summary>
public sealed class CreatorGrowth(RunMetricQuery run, Texts texts) : FigureReport(run, texts)
{
    public override string Code => "growth";
    public override string TitleKey => "report.growth";

    protected override IReadOnlyList<Part> Parts { get; } =
    [
        new Cards("people", "report.sheet.summary", "report.people", "active_creators", "gmv_per_creator", "creators_posting", "videos", "videos_selling", "video_sell_through", "lives"),
        new Course("trend", "report.sheet.trend", "active_creators", "gmv", "gmv_per_creator"),
        new Course("posting", "report.sheet.posting", "creators_posting", "videos", "videos_selling", "lives"),
        new Ranking("creators", "dimension.creator.many", "creator", "gmv", "orders", "items", "est_earnings") { Most = 100 },
        new Ranking("posts", "report.sheet.posting", "creator", "videos", "videos_selling", "video_sell_through", "video_views", "video_gpm", "lives") { Most = 50 },
        new Ranking("agencies", "dimension.agency.many", "agency", "gmv", "active_creators", "orders", "gmv_per_creator"),
    ];
}
