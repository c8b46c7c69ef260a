using Showrunner.Ledger;

namespace Showrunner.Insights;

/// <summary>Where the rows behind a figure are listed, filtered so that they add up to it.</summary>
public static class DrillDown
{
    public static (string Path, (string Name, string? Value)[] Filter) Of(string code, string? basis) => basis switch
    {
        "totals" => ("/totals", [("measure", Measure(code))]),
        "content" => ("/contents", [("kind", code == "creators_posting" ? null : code.StartsWith("live", StringComparison.Ordinal) ? ContentKind.Live : ContentKind.Video)]),
        _ => code switch
        {
            "active_creators" => ("/creators", []),
            "active_products" => ("/products", []),
            "active_shops" => ("/shops", []),
            "refunds" or "refund_rate" or "items_refunded" or "items_refund_rate" or "order_refund_rate" or "return_lines" => ("/lines", [("only", LineFilter.Refunded), ("figure", code)]),
            "gmv_live" or "lives_with_sales" => ("/lines", [("only", LineFilter.Paid), ("channel", Channel.Live), ("figure", code)]),
            "gmv_video" or "videos_with_sales" => ("/lines", [("only", LineFilter.Paid), ("channel", Channel.Video), ("figure", code)]),
            "gmv_product_card" => ("/lines", [("only", LineFilter.Paid), ("channel", Channel.ProductCard), ("figure", code)]),
            "gmv_showcase" => ("/lines", [("only", LineFilter.Paid), ("channel", Channel.Showcase), ("figure", code)]),
            "gmv_cancelled" or "orders_cancelled" or "cancel_rate" => ("/lines", [("status", LineStatus.Cancelled), ("figure", code)]),
            "gmv_settled" => ("/lines", [("status", LineStatus.Settled), ("figure", code)]),
            "net_sales" or "cogs" or "gross_margin" or "margin_rate" or "est_margin_after_commission" => ("/lines", [("only", LineFilter.Kept), ("figure", code)]),
            "settled_earnings" or "settled_commission" or "settled_ads_commission" or "settled_bonus" => ("/lines", [("only", LineFilter.Settled), ("figure", code)]),
            "est_earnings" or "est_commission" or "est_ads_commission" or "est_bonus" or "order_lines" or "orders_created" or "payment_rate" or "settled_share" => ("/lines", [("figure", code)]),
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
