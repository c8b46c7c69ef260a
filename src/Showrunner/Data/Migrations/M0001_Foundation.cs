using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("202611220001_Foundation")]
public sealed class M0001_Foundation : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var build = migrationBuilder;
        Table(build, "job", c => new
        {
            id = c.Id(),
            kind = c.Text(),
            subject = c.Text(),
            title_key = c.Text(),
            title_argument = c.Text(),
            state = c.Text(),
            worker = c.Text(true),
            lease_until = c.Instant(true),
            cancel_asked = c.Bool(),
            attempts = c.Int(),
            items_done = c.Long(),
            items_total = c.Long(),
            problem = c.Text(true),
            result_path = c.Text(),
            person_id = c.Long(true),
            person_name = c.Text(),
            created_at = c.Instant(),
            started_at = c.Instant(true),
            finished_at = c.Instant(true),
        }, t => t.PrimaryKey("pk_job", x => x.id));
        Index(build, "job", ["state"]);

        Table(build, "market", c => new
        {
            id = c.Id(),
            code = c.Text(),
            names = c.Text(),
            currency = c.Text(),
            minor_units = c.Int(),
            display_decimals = c.Int(),
            time_zone = c.Text(),
            culture = c.Text(),
            languages = c.Text(),
        }, t => t.PrimaryKey("pk_market", x => x.id));
        Index(build, "market", ["code"], unique: true);
        Table(build, "exchange_rate", c => new
        {
            from_currency = c.Text(),
            to_currency = c.Text(),
            day = c.Day(),
            rate = c.Decimal(),
            source = c.Text(),
        }, t => t.PrimaryKey("pk_exchange_rate", x => new { x.from_currency, x.to_currency, x.day }));
        Table(build, "category", c => new
        {
            id = c.Id(),
            parent_id = c.Long(true),
            path = c.Text(),
            name = c.Text(),
            names = c.Text(),
            change_id = c.Long(),
        }, t => t.PrimaryKey("pk_category", x => x.id));
        Index(build, "category", ["path"], unique: true);

        Table(build, "creator", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            handle = c.Text(),
            name = c.Text(),
            external_no = c.Text(),
            category = c.Text(),
            followers = c.Long(true),
            followers_day = c.Day(true),
            is_demo = c.Bool(),
            change_id = c.Long(),
        }, t => t.PrimaryKey("pk_creator", x => x.id));
        Index(build, "creator", ["market_id", "handle"], unique: true);
        Index(build, "creator", ["change_id"]);

        Table(build, "shop", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            shop_no = c.Text(),
            name = c.Text(),
            is_demo = c.Bool(),
            change_id = c.Long(),
        }, t => t.PrimaryKey("pk_shop", x => x.id));
        Index(build, "shop", ["market_id", "shop_no"], unique: true);
        Index(build, "shop", ["change_id"]);
        Table(build, "product", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            product_no = c.Text(),
            name = c.Text(),
            shop_id = c.Long(),
            category_id = c.Long(),
            price_low_minor = c.Long(true),
            price_high_minor = c.Long(true),
            commission_rate_ppm = c.Long(true),
            listed_at = c.Instant(true),
            status = c.Text(),
            description = c.Text(),
            is_demo = c.Bool(),
            change_id = c.Long(),
        }, t => t.PrimaryKey("pk_product", x => x.id));
        Index(build, "product", ["market_id", "product_no"], unique: true);
        Index(build, "product", ["change_id"]);

        Table(build, "ledger_change", c => new { id = c.Id(), kind = c.Text(), import_id = c.Long(), at = c.Instant() },
            t => t.PrimaryKey("pk_ledger_change", x => x.id));
        Index(build, "ledger_change", ["import_id"]);

        Table(build, "import", c => new
        {
            id = c.Id(),
            file_name = c.Text(),
            stored_path = c.Text(),
            sha256 = c.Text(),
            bytes = c.Long(),
            market_id = c.Long(),
            kind = c.Text(),
            layout = c.Text(),
            mapping = c.Text(),
            shop_name = c.Text(),
            period_from = c.Day(true),
            period_to = c.Day(true),
            state = c.Text(),
            rows_read = c.Long(),
            rows_loaded = c.Long(),
            unchanged = c.Long(),
            restated = c.Long(),
            rejected = c.Long(),
            error_path = c.Text(),
            problem = c.Text(true),
            job_id = c.Long(),
            change_id = c.Long(),
            undo_change_id = c.Long(),
            is_demo = c.Bool(),
            person_id = c.Long(true),
            person_name = c.Text(),
            created_at = c.Instant(),
            finished_at = c.Instant(true),
        }, t => t.PrimaryKey("pk_import", x => x.id));
        Index(build, "import", ["market_id"]);
        Table(build, "saved_mapping", c => new { id = c.Id(), name = c.Text(), yaml = c.Text(), updated_at = c.Instant() },
            t => t.PrimaryKey("pk_saved_mapping", x => x.id));
        Index(build, "saved_mapping", ["name"], unique: true);

        Facts(build, "order_line",
            """
            market_id:L! creator_id:L! order_no:T! product_id:L! sku_no:T! content_no:T! occurrence:L!
            order_key:L shop_id:L day:D ordered_at:I channel:T status:T seller_sku:T buyer_no:T
            quantity:L returned_quantity:L price_minor:L gmv_minor:L refund_minor:L
            commission_rate_ppm:N ads_commission_rate_ppm:N est_base_minor:N actual_base_minor:N
            est_commission_minor:N actual_commission_minor:N est_ads_commission_minor:N actual_ads_commission_minor:N
            est_bonus_minor:N actual_bonus_minor:N paid_at:J delivered_at:J settled_at:J
            """);
        Facts(build, "period_total",
            """
            market_id:L! creator_id:L! product_id:L! measure:T! period_from:D! period_to:D! occurrence:L!
            shop_id:L subject:T state:T low:L high:L
            """);
        Facts(build, "content_stat",
            """
            market_id:L! creator_id:L! content_no:T! product_id:L! stat_window:T! period_from:D! period_to:D! occurrence:L!
            kind:T title:T link:T day:D posted_at:I ended_at:J duration_seconds:N paid_promotion:N views:N viewers:N peak_viewers:N
            avg_view_seconds:N likes:N comments:N shares:N new_followers:N product_impressions:N product_clicks:N
            created_sku_orders:N sku_orders:N orders:N customers:N items:N items_refunded:N products_added:N products_sold:N
            gmv_minor:N attributed_gmv_minor:N refund_minor:N est_commission_minor:N est_flat_fee_minor:N completion_rate_ppm:N
            """);
    }

    private void Facts(MigrationBuilder build, string name, string columns)
    {
        build.Sql(FactTables.Create(name, columns, IsPostgres));
        build.Sql(FactTables.CreateHistory(name, columns, IsPostgres));
    }
}
