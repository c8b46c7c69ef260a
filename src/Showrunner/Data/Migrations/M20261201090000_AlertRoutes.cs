using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261201090000_AlertRoutes")]
public sealed class M20261201090000_AlertRoutes : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "alert_route", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            rule = c.Text(),
            person_id = c.Long(true),
            secret = c.Text(),
            host = c.Text(),
            after_minutes = c.Int(),
            author_name = c.Text(),
        }, t => t.PrimaryKey("pk_alert_route", x => x.id));
        Index(migrationBuilder, "alert_route", ["market_id"]);
        Table(migrationBuilder, "alert_notice", c => new
        {
            id = c.Id(),
            address = c.Text(),
            name = c.Text(),
            message_id = c.Text(),
            state = c.Text(),
            attempts = c.Int(),
            next_try = c.Instant(),
            problem = c.Text(),
            sent_at = c.Instant(true),
            route_id = c.Long(),
            is_call = c.Bool(),
            language = c.Text(),
            queued_at = c.Instant(),
        }, t => t.PrimaryKey("pk_alert_notice", x => x.id));
        Index(migrationBuilder, "alert_notice", ["state", "next_try"]);
        Index(migrationBuilder, "alert_notice", ["route_id", "queued_at"]);
        Table(migrationBuilder, "told_alert", c => new
        {
            notice_id = c.Long(),
            route_id = c.Long(),
            alert_id = c.Long(),
        }, t =>
        {
            t.PrimaryKey("pk_told_alert", x => new { x.route_id, x.alert_id });
            t.ForeignKey("fk_told_alert_alert_notice_notice_id", x => x.notice_id, "alert_notice", "id", onDelete: ReferentialAction.Cascade);
        });
        Index(migrationBuilder, "told_alert", ["notice_id"]);
    }
}
