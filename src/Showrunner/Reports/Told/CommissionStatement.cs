using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Reports.Told;

/// <summary>What creators earn: estimated and settled side by side, never added; for everybody or for one.</summary>
public sealed class CommissionStatement(RunMetricQuery run, Texts texts) : FigureReport(run, texts)
{
    public override string Code => "commission";
    public override string TitleKey => "report.commission";
    public override string? About => "creator";

    protected override IReadOnlyList<Part> Parts { get; } =
    [
        new Cards("estimated", "report.sheet.summary", "report.earned.estimated", "est_earnings", "est_commission", "est_ads_commission", "est_bonus", "commission_rate", "gmv"),
        new Cards("settled", "report.sheet.summary", "report.earned.settled", "settled_earnings", "settled_commission", "settled_ads_commission", "settled_bonus", "settled_share", "gmv_settled"),
        new Course("trend", "report.sheet.trend", "est_earnings", "settled_earnings", "gmv"),
        new Ranking("states", "dimension.status.many", "status", "est_earnings", "order_lines", "gmv", "settled_earnings"),
        new Ranking("creators", "dimension.creator.many", "creator", "est_earnings", "est_commission", "est_ads_commission", "est_bonus", "settled_earnings", "settled_share", "gmv") { Most = 500 },
        new Ranking("shops", "dimension.shop.many", "shop", "est_earnings", "settled_earnings", "commission_rate", "gmv") { Most = 100 },
        new Ranking("agencies", "dimension.agency.many", "agency", "est_earnings", "settled_earnings", "gmv") { Most = 100 },
    ];
}
