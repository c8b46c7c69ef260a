using Showrunner.Ledger;
using static Showrunner.Imports.Kinds.ContentField;

namespace Showrunner.Imports.Kinds;

/// <summary>Shoppable videos: Affiliate Center, Data Compass, Seller Center, and market-data tools that count 28 days from posting.</summary>
internal static class VideoList
{
    private static readonly string Video = Ledger.ContentKind.Video;

    public static readonly Kind Kind = new("video_list", FactFamily.Content,
        new Layout("old", [Link, PostedAt, Creator, Gmv],
            ("Video name", Title), ("Video link", Link), ("Video post date", PostedAt), ("Creator username", Creator), ("GMV", AttributedGmv),
            ("Affiliate items sold", Items), ("Affiliate shoppable video GMV", Gmv), ("Shoppable video avg. order value", ""),
            ("Est. commission", EstCommission), ("Est. flat fee", EstFlatFee), ("Affiliate orders", Orders), ("Shoppable video impressions", Views),
            ("Affiliate CTR", ""), ("Shoppable video GPM", ""), ("Affiliate items refunded", ItemsRefunded), ("Affiliate refunded GMV", Refunds),
            ("Shoppable video comments", Comments), ("Shoppable video likes", Likes))
        { ContentKind = Video, Window = StatWindow.Period },
        new Layout("Compass", [ContentNo, PostedAt, Creator, Gmv],
            ("Video title", Title), ("Video ID", ContentNo), ("Post date", PostedAt), ("Video link", Link), ("Creator name", Creator),
            ("Product ID", ProductNo), ("Creator video-attributed GMV", Gmv), ("Affiliate video-attributed GMV", Gmv), ("Video-attributed orders", Orders),
            ("AOV", ""), ("Avg. GMV per customer", ""), ("Video-attributed items sold", Items), ("Refunds", Refunds), ("Items refunded", ItemsRefunded),
            ("Est. commission", EstCommission), ("Est. flat fee", EstFlatFee), ("Video views", Views), ("Likes", Likes), ("Comments", Comments),
            ("Shares", Shares), ("Video product impressions", ProductImpressions), ("Video product clicks", ProductClicks),
            ("Completion rate", CompletionRate), ("CTR", ""), ("Engagement", ""), ("Video GPM", ""))
        { ContentKind = Video, Window = StatWindow.Period },
        new Layout("seller video details", [ContentNo, PostedAt, Creator, Views, Gmv],
            ("Creator name", Creator), ("Creator ID", CreatorNo), ("Video Info", Title), ("Video ID", ContentNo), ("Time", PostedAt), ("Products", ProductName),
            ("VV", Views), ("Likes", Likes), ("Comments", Comments), ("Shares", Shares), ("New followers", NewFollowers), ("V-to-L clicks", ""),
            ("Product Impressions", ProductImpressions), ("Product Clicks", ProductClicks), ("Unique customers", Customers), ("Buyers", Customers),
            ("Customers", Customers), ("Orders", Orders), ("Video items sold", Items), ("Unit Sales", Items), ("Video-attributed items sold", Items),
            ("Gross merchandise value (Video)", Gmv), ("Video Revenue", Gmv), ("Video-attributed GMV", Gmv), ("GPM", ""),
            ("Shoppable video attributed GMV", AttributedGmv), ("CTR", ""), ("V-to-L rate", ""), ("Video Finish Rate", CompletionRate),
            ("CTOR", ""), ("Click-to-Order rate", ""), ("Mark", ""))
        { ContentKind = Video, Window = StatWindow.Period },
        new Layout("market data", [ContentNo, PostedAt, Creator, Gmv],
            ("Video ID", ContentNo), ("Video title", Title), ("Duration", Duration), ("Paid promotion", PaidPromotion), ("Post date", PostedAt),
            ("Creator username", Creator), ("Creator category", CreatorCategory), ("Creator followers", Followers), ("LIVE GPM", LiveGpm),
            ("Video GPM", VideoGpm), ("Product ID", ProductNo), ("Video views", Views), ("Likes (28 days)", Likes), ("Items sold (28 days)", Items),
            ("GMV (28 days)", Gmv))
        { ContentKind = Video, Window = StatWindow.Days28 });
}
