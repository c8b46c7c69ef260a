using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261122100000_Tasks")]
public sealed class M20261122_Tasks : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "team_task", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            title = c.Text(),
            note = c.Text(),
            due_day = c.Day(),
            person_id = c.Long(),
            subject_path = c.Text(),
            subject_name = c.Text(),
            author_id = c.Long(true),
            author_name = c.Text(),
            created_at = c.Instant(),
            done_at = c.Instant(true),
        }, t => t.PrimaryKey("pk_team_task", x => x.id));
        Index(migrationBuilder, "team_task", ["person_id"]);
        Index(migrationBuilder, "team_task", ["subject_path"]);
    }
}
