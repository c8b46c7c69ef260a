using Showrunner.Ledger;

namespace Showrunner.Insights;

/// <summary>Where the rows behind a figure are listed, filtered so that they add up to it.</summary>
public static class DrillDown
{
    public static (string Path, (string Name, string? Value)[] Filter) Of(string code, string? basis) => basis switch
    {
        "totals" => ("/totals", [("measure", Measure(code))]),
        "content" => ("/contents", [("kind", code == "lives" ? ContentKind.Live : ContentKind.Video)]),
        _ => code switch
        {
            "active_creators" => ("/creators", []),
            "active_products" => ("/products", []),
            "active_shops" => ("/shops", []),
            "refunds" or "refund_rate" => ("/lines", [("only", LineFilter.Refunded), ("figure", code)]),
            "net_sales" => ("/lines", [("only", LineFilter.Kept), ("figure", code)]),
            "settled_earnings" => ("/lines", [("only", LineFilter.Settled), ("figure", code)]),
            "est_earnings" => ("/lines", [("figure", code)]),
            _ => ("/lines", [("only", LineFilter.Paid), ("figure", code)]),
        },
    };

    private static string Measure(string code) => code switch
    {
        "net_sales" or "aov" or "active_creators" or "active_products" => TotalMeasure.Gmv,
        "refund_rate" => TotalMeasure.Refunds,
        "est_earnings" => TotalMeasure.EstCommission,
        "settled_commission" => TotalMeasure.ActualCommission,
        _ => code,
    };
}
