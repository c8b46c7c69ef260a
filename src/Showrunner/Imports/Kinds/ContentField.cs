namespace Showrunner.Imports.Kinds;

/// <summary>Columns of videos and LIVEs.</summary>
internal static class ContentField
{
    public const string ContentNo = "content_no", Title = "title", Link = "link", Creator = "creator", CreatorName = "creator_name", CreatorNo = "creator_no";
    public const string CreatorCategory = "creator_category", ProductNo = "product_no", ProductName = "product_name";
    public const string PostedAt = "posted_at", EndedAt = "ended_at", Duration = "duration", Followers = "followers", PaidPromotion = "paid_promotion";
    public const string Views = "views", Viewers = "viewers", PeakViewers = "peak_viewers", AvgViewSeconds = "avg_view_seconds";
    public const string Likes = "likes", Comments = "comments", Shares = "shares", NewFollowers = "new_followers";
    public const string ProductImpressions = "product_impressions", ProductClicks = "product_clicks";
    public const string CreatedSkuOrders = "created_sku_orders", SkuOrders = "sku_orders", Orders = "orders", Customers = "customers";
    public const string Items = "items", ItemsRefunded = "items_refunded", ProductsAdded = "products_added", ProductsSold = "products_sold";
    public const string Gmv = "gmv", AttributedGmv = "attributed_gmv", Refunds = "refunds", EstCommission = "est_commission", EstFlatFee = "est_flat_fee";
    public const string CompletionRate = "completion_rate", LiveGpm = "creator_gpm_live", VideoGpm = "creator_gpm_video";
}
