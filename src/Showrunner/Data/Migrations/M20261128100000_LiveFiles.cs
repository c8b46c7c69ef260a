using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261128100000_LiveFiles")]
public sealed class M20261128100000_LiveFiles : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "live_file", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            session_id = c.Long(true),
            name = c.Text(),
            content = c.Text(),
            person_id = c.Long(true),
            author_name = c.Text(),
            created_at = c.Instant(),
            taken_at = c.Instant(true),
        }, t => t.PrimaryKey("pk_live_file", x => x.id));
        Index(migrationBuilder, "live_file", ["created_at"]);
    }
}
