using Showrunner.Ledger;
using static Showrunner.Imports.Kinds.ContentField;

namespace Showrunner.Imports.Kinds;

/// <summary>Affiliate Center, Transaction_Analysis_Live_List: one row per LIVE and product.</summary>
internal static class AffiliateLiveList
{
    public static readonly Kind Kind = new("affiliate_live_list", FactFamily.Content,
        new Layout("EN", [ContentNo, PostedAt, Creator, Gmv],
            ("LIVE ID", ContentNo), ("LIVE title", Title), ("LIVE start time", PostedAt), ("LIVE end time", EndedAt), ("Creator name", Creator),
            ("Product ID", ProductNo), ("Product name", ProductName), ("Creator LIVE-attributed GMV", Gmv), ("Affiliate LIVE-attributed GMV", Gmv),
            ("LIVE-attributed items sold", Items), ("Refunds", Refunds), ("Items refunded", ItemsRefunded), ("LIVE-attributed orders", Orders),
            ("AOV", ""), ("Est. commission", EstCommission))
        { ContentKind = Ledger.ContentKind.Live, Window = StatWindow.Session });
}
