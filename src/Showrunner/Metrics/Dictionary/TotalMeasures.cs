using Showrunner.Ledger;

namespace Showrunner.Metrics.Dictionary;

/// <summary>Totals over a period add up over creators or products, never over days. Ranges and unshared figures are left out of sums.</summary>
internal static class TotalMeasures
{
    public static readonly IReadOnlyList<Measure> All =
    [
        .. new[]
        {
            TotalMeasure.Gmv, TotalMeasure.LiveGmv, TotalMeasure.VideoGmv, TotalMeasure.ProductCardGmv, TotalMeasure.TargetGmv, TotalMeasure.OpenGmv,
            TotalMeasure.Orders, TotalMeasure.Items, TotalMeasure.Refunds, TotalMeasure.ItemsRefunded, TotalMeasure.EstCommission, TotalMeasure.EstFlatFee,
            TotalMeasure.ProductImpressions, TotalMeasure.Followers, TotalMeasure.Samples, TotalMeasure.ShowcaseProducts,
        }.Select(code => Sum(code, code)),
        Sum("net_sales", TotalMeasure.Gmv, "- " + Of(TotalMeasure.Refunds)),
        Sum("est_earnings", TotalMeasure.EstCommission),
        Sum("settled_commission", TotalMeasure.ActualCommission),
        Sum("gmv_affiliate", TotalMeasure.Gmv),
        Sum("videos", TotalMeasure.Videos),
        Sum("lives", TotalMeasure.Lives),
        Selling("active_creators", "creator_id"), Selling("active_products", "product_id"),
        new("listed_creators", Family.Totals, "count(DISTINCT CASE WHEN creator_id <> 0 THEN creator_id END)", OverDays.Never),
    ];

    private static Measure Sum(string code, string total, string rest = "") => new(code, Family.Totals, $"CAST({Of(total)} {rest} AS BIGINT)");

    /// <summary>Totals of the other subject name none of these: then nobody knows, and it is not none.</summary>
    private static Measure Selling(string code, string who) =>
        new(code, Family.Totals, $"CASE WHEN max({who}) <> 0 THEN count(DISTINCT CASE WHEN measure = '{TotalMeasure.Gmv}' AND low > 0 AND {who} <> 0 THEN {who} END) END", OverDays.Never);

    private static string Of(string total) => $"sum(CASE WHEN measure = '{total}' AND state = 'exact' THEN low END)";
}
