using Showrunner.Ledger;
using static Showrunner.Imports.Kinds.ContentField;

namespace Showrunner.Imports.Kinds;

/// <summary>Seller Center, LIVE analysis: one row per LIVE, without an id; a date range stands above the header.</summary>
internal static class SellerLiveAnalysis
{
    public static readonly Kind Kind = new("seller_live_analysis", FactFamily.Content,
        new Layout("EN", [CreatorNo, Creator, PostedAt, Gmv],
            ("Creator ID", CreatorNo), ("Creator", Creator), ("Nickname", CreatorName), ("Launched Time", PostedAt), ("Duration", Duration),
            ("LIVE gross merchandise value", Gmv), ("Products added", ProductsAdded), ("Different Products Sold", ProductsSold),
            ("Created SKU orders", CreatedSkuOrders), ("LIVE SKU orders", SkuOrders), ("LIVE items sold", Items), ("Unique customers", Customers),
            ("Average Price", ""), ("Click-to-order rate (LIVE)", ""), ("LIVE attributed GMV", AttributedGmv), ("Viewers", Viewers), ("Views", Views),
            ("Average viewing duration (LIVE streams)", AvgViewSeconds), ("Comments", Comments), ("Shares", Shares), ("LIVE likes", Likes),
            ("New followers (Creator video)", NewFollowers), ("New followers", NewFollowers), ("Product Impressions", ProductImpressions),
            ("Product Clicks", ProductClicks), ("CTR", ""))
        { ContentKind = Ledger.ContentKind.Live, Window = StatWindow.Session });
}
