using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261127090000_LiveSessions")]
public sealed class M20261127090000_LiveSessions : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "live_session", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            number = c.Text(),
            title = c.Text(),
            creator_id = c.Long(true),
            creator_name = c.Text(),
            shop_id = c.Long(true),
            shop_name = c.Text(),
            planned_show_id = c.Long(true),
            target_minor = c.Long(true),
            planned_minutes = c.Int(true),
            started_at = c.Instant(),
            ended_at = c.Instant(true),
            version = c.Long(),
            last_event_at = c.Instant(true),
            last_received_at = c.Instant(true),
            author_name = c.Text(),
        }, t => t.PrimaryKey("pk_live_session", x => x.id));
        Index(migrationBuilder, "live_session", ["market_id", "number"], unique: true);
        Index(migrationBuilder, "live_session", ["ended_at"]);
        Index(migrationBuilder, "live_session", ["started_at"]);
        Table(migrationBuilder, "live_feed", c => new
        {
            session_id = c.Long(),
            source = c.Text(),
            events = c.Long(),
            repeated = c.Long(),
            refused = c.Long(),
            late = c.Long(),
            ahead = c.Long(),
            first_received_at = c.Instant(),
            last_received_at = c.Instant(),
            last_event_at = c.Instant(true),
        }, t => t.PrimaryKey("pk_live_feed", x => new { x.session_id, x.source }));
        migrationBuilder.Sql(FactTables.CreateBare("live_event",
            "session_id:L! source:T! event_no:T! kind:T at:I received_at:I product:T count:N orders:N amount_minor:N is_total:B text:T person:T items:T", IsPostgres));
        migrationBuilder.Sql(FactTables.CreateBare("live_minute",
            "session_id:L! minute:I! source:T! product:T! is_total:B! version:L sampled_at:I viewers:N viewers_most:N viewers_sum:N viewers_seen:N joined:N leaves:N impressions:N views:N comments:N likes:N shares:N follows:N " +
            "product_impressions:N product_clicks:N carts:N orders_created:N orders_paid:N orders_cancelled:N items:N gmv:N refunds:N refunded:N stock:N", IsPostgres));
    }
}
