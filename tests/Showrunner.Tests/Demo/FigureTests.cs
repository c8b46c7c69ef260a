namespace Showrunner.Tests.Demo;

/// <summary>No figure of the demo contradicts another.</summary>
public sealed class FigureTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    private const string Sold = "SELECT content_no, creator_id, count(*) AS n, count(DISTINCT order_no) AS orders, sum(gmv_minor) AS gmv, sum(quantity) AS items, sum(refund_minor) AS refund, min(product_id) AS p FROM order_line WHERE content_no <> '' AND status <> 'unpaid' GROUP BY ALL";

    [Theory, Databases]
    public async Task Videos_and_lives_have_the_figures_of_their_lines(string database)
    {
        var app = demo.On(database);
        await DemoFixture.Proven(app);
        Assert.True(DemoFixture.One(app, "SELECT count(*) FROM content_stat WHERE kind = 'live' AND gmv_minor > 0") > 100);
        Assert.True(DemoFixture.One(app, "SELECT count(*) FROM content_stat WHERE kind = 'video' AND gmv_minor > 0") > 300);
        Assert.Equal(0, DemoFixture.One(app, $"""
            SELECT count(*) FROM content_stat c FULL JOIN ({Sold}) l USING (content_no, creator_id)
            WHERE coalesce(c.gmv_minor, -1) <> coalesce(l.gmv, 0) OR c.items <> coalesce(l.items, 0) OR c.sku_orders <> coalesce(l.n, 0)
              OR c.orders <> coalesce(l.orders, 0) OR c.refund_minor <> coalesce(l.refund, 0) OR (c.kind = 'video' AND l.p <> c.product_id)
            """));
        // On the day, in the show, and not before a video was posted.
        Assert.Equal(0, DemoFixture.One(app, """
            SELECT count(*) FROM order_line o JOIN content_stat c USING (content_no, creator_id)
            WHERE o.channel <> c.kind OR o.day NOT BETWEEN c.period_from AND c.period_to OR o.ordered_at < c.posted_at OR o.ordered_at > c.ended_at
            """));
    }

    [Theory, Databases]
    public void No_figure_is_negative_or_absurd(string database)
    {
        var app = demo.On(database);
        Assert.Equal(0, DemoFixture.One(app, """
            SELECT count(*) FROM order_line WHERE quantity < 1 OR price_minor < 1 OR gmv_minor <> price_minor * quantity OR refund_minor NOT BETWEEN 0 AND gmv_minor
              OR returned_quantity NOT BETWEEN 0 AND quantity OR est_commission_minor NOT BETWEEN 0 AND gmv_minor OR commission_rate_ppm NOT BETWEEN 10000 AND 300000
              OR actual_commission_minor > est_commission_minor OR paid_at < ordered_at OR delivered_at < paid_at OR settled_at < delivered_at OR creator_id = 0 OR product_id = 0 OR shop_id = 0
            """));
        Assert.Equal(0, DemoFixture.One(app, """
            SELECT count(*) FROM content_stat WHERE viewers > views OR peak_viewers > viewers OR product_clicks > product_impressions OR created_sku_orders > product_clicks
              OR orders > sku_orders OR sku_orders > created_sku_orders OR customers > orders OR attributed_gmv_minor < gmv_minor OR refund_minor > gmv_minor
              OR least(views, viewers, likes, comments, shares, new_followers, product_impressions, product_clicks, orders, items, gmv_minor, duration_seconds) < 0
            """));
        Assert.Equal(0, DemoFixture.One(app, "SELECT count(*) FROM creator WHERE name = '' OR category = '' OR followers IS NULL OR followers < 500 OR followers > 5000000"));
    }

    [Theory, Databases]
    public void Money_is_settled_late_and_never_for_what_was_not_paid(string database)
    {
        var app = demo.On(database);
        const string Actual = "coalesce(actual_base_minor, actual_commission_minor, actual_ads_commission_minor, actual_bonus_minor)";
        Assert.Equal(0, DemoFixture.One(app, $"SELECT count(*) FROM order_line WHERE status = 'unpaid' AND ({Actual} IS NOT NULL OR paid_at IS NOT NULL OR refund_minor > 0)"));
        Assert.Equal(0, DemoFixture.One(app, $"SELECT count(*) FROM order_line WHERE (status = 'settled') <> ({Actual} IS NOT NULL) OR (status = 'settled') <> (settled_at IS NOT NULL)"));
        Assert.Equal(0, DemoFixture.One(app, "SELECT count(*) FROM order_line WHERE day > DATE '2026-11-10' AND status = 'settled'"));
        Assert.Equal(0, DemoFixture.One(app, "SELECT count(*) FROM order_line WHERE day < DATE '2026-10-28' AND status IN ('processing', 'completed')"));
        Assert.Equal(0, DemoFixture.One(app, "SELECT count(*) FROM order_line WHERE day > DATE '2026-11-17' AND refund_minor > 0"));
        foreach (var status in new[] { "unpaid", "processing", "completed", "settled", "cancelled", "ineligible" })
            Assert.True(DemoFixture.One(app, $"SELECT count(*) FROM order_line WHERE status = '{status}'") > 5, status);
        Assert.True(DemoFixture.One(app, "SELECT count(*) FROM order_line WHERE actual_ads_commission_minor > 0") > 100);
        Assert.True(DemoFixture.One(app, "SELECT count(*) FROM order_line WHERE actual_bonus_minor > 0") > 100);
    }
}
