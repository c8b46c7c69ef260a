using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261123120000_CalendarFeeds")]
public sealed class M20261123120000_CalendarFeeds : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "calendar_feed", c => new
        {
            id = c.Id(),
            person_id = c.Long(),
            source = c.Text(),
            token_hash = c.Text(),
            created_at = c.Instant(),
            read_at = c.Instant(true),
        }, t => t.PrimaryKey("pk_calendar_feed", x => x.id));
        Index(migrationBuilder, "calendar_feed", ["token_hash"], unique: true);
        Index(migrationBuilder, "calendar_feed", ["person_id"]);
    }
}
