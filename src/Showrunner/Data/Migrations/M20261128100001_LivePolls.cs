using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261128100001_LivePolls")]
public sealed class M20261128100001_LivePolls : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "live_poll", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            session_id = c.Long(true),
            secret = c.Text(),
            author_name = c.Text(),
            next_at = c.Instant(true),
            state = c.Text(),
            said = c.Text(),
            misses = c.Int(),
            answered_at = c.Instant(true),
            details_at = c.Instant(true),
        }, t => t.PrimaryKey("pk_live_poll", x => x.id));
        Index(migrationBuilder, "live_poll", ["session_id"]);
        Index(migrationBuilder, "live_poll", ["next_at"]);
    }
}
