using Showrunner.Web;

namespace Showrunner.Lives.Alerts;

/// <summary>What an alert saw and what is usual, in a sentence.</summary>
internal static class AlertWords
{
    /// <param name="subject">Name of the product it is about.</param>
    public static string Saw(string rule, string subject, decimal? seen, decimal? usual, string text, MarketOption market, Formats formats, Say say) => rule switch
    {
        "feed_silent" => say["live.alert.feed_silent.saw", (int)(seen ?? 0)],
        "behind_pace" => say["live.alert.behind_pace.saw", formats.Rate((double?)seen, 0)],
        "stock_out" => say["live.alert.stock_out.saw", subject, (int)(seen ?? 0), (int)Math.Ceiling(usual ?? 0)],
        "gmv_drop" => say["live.alert.gmv_drop.saw", formats.MoneyShort(seen, market), formats.MoneyShort(usual, market)],
        "refund_spike" or "complaint_spike" => say["live.alert." + rule + ".saw", formats.Number(seen, 1), formats.Number(usual, 1)],
        _ => say["live.alert.violation.saw", text],
    };
}
