using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261127100000_LiveAlerts")]
public sealed class M20261127100000_LiveAlerts : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "live_alert", c => new
        {
            id = c.Id(),
            session_id = c.Long(),
            market_id = c.Long(),
            rule = c.Text(),
            subject = c.Text(),
            since = c.Instant(),
            last_seen_at = c.Instant(),
            over_at = c.Instant(true),
            seen = c.Decimal(true),
            usual = c.Decimal(true),
            text = c.Text(),
            acknowledged_at = c.Instant(true),
            acknowledged_by = c.Text(),
            snoozed_until = c.Instant(true),
            was_useful = c.Bool(true),
        }, t => t.PrimaryKey("pk_live_alert", x => x.id));
        Index(migrationBuilder, "live_alert", ["session_id", "over_at"]);
        migrationBuilder.CreateIndex("ix_live_alert_session_id_rule_subject", "live_alert", ["session_id", "rule", "subject"], unique: true, filter: "over_at IS NULL");
        Index(migrationBuilder, "live_alert", ["market_id", "last_seen_at"]);
    }
}
