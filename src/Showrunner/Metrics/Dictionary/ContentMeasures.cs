namespace Showrunner.Metrics.Dictionary;

/// <summary>Figures of videos and LIVEs, counted on the day they were posted or began. A figure no file gives stays unknown.</summary>
internal static class ContentMeasures
{
    public static readonly IReadOnlyList<Measure> All =
    [
        Distinct("videos", "CASE WHEN kind = 'video' THEN content_no END"),
        Distinct("lives", "CASE WHEN kind = 'live' THEN content_no END"),
        Distinct("videos_selling", "CASE WHEN kind = 'video' AND items > 0 THEN content_no END"),
        Distinct("creators_posting", "CASE WHEN creator_id <> 0 THEN creator_id END"),
        Video("video_views", "views"), Video("video_likes", "likes"), Video("video_comments", "comments"), Video("video_shares", "shares"),
        Video("video_engagements", "CASE WHEN likes IS NULL AND comments IS NULL AND shares IS NULL THEN NULL ELSE coalesce(likes, 0) + coalesce(comments, 0) + coalesce(shares, 0) END"),
        Video("video_items", "items"), Video("video_orders", "orders"), Video("video_sales", "coalesce(gmv_minor, attributed_gmv_minor)"),
        Video("video_impressions", "product_impressions"), Video("video_clicks", "product_clicks"), Video("video_refunds", "refund_minor"),
        Live("live_views", "views"), Live("live_viewers", "viewers"), Live("live_likes", "likes"), Live("live_comments", "comments"), Live("live_shares", "shares"),
        Live("live_follows", "new_followers"), Live("live_sales", "coalesce(gmv_minor, attributed_gmv_minor)"), Live("live_attributed_sales", "attributed_gmv_minor"),
        Live("live_items", "items"), Live("live_orders", "orders"), Live("live_sku_orders", "sku_orders"), Live("live_created_sku_orders", "created_sku_orders"),
        Live("live_customers", "customers"), Live("live_impressions", "product_impressions"), Live("live_clicks", "product_clicks"),
        Live("live_seconds", "duration_seconds"), Live("live_watch_seconds", "avg_view_seconds * views"),
    ];

    private static Measure Video(string code, string sql) => Sum(code, "video", sql);
    private static Measure Live(string code, string sql) => Sum(code, "live", sql);
    private static Measure Sum(string code, string kind, string sql) => new(code, Family.Content, $"CAST(sum(CASE WHEN kind = '{kind}' THEN {sql} END) AS BIGINT)");
    private static Measure Distinct(string code, string sql) => new(code, Family.Content, $"count(DISTINCT {sql})", OverDays.Never);
}
