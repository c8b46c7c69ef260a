using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261124093000_Goals")]
public sealed class M20261124093000_Goals : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "goal", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            metric = c.Text(),
            sense = c.Text(),
            subject = c.Text(),
            name = c.Text(),
            from_day = c.Day(),
            to_day = c.Day(),
            target = c.Text(),
            note = c.Text(),
            set_by = c.Text(),
            set_at = c.Instant(),
        }, t => t.PrimaryKey("pk_goal", x => x.id));
        Index(migrationBuilder, "goal", ["market_id"]);
        Table(migrationBuilder, "sheet_upload", c => new
        {
            id = c.Id(),
            sheet = c.Text(),
            market_id = c.Long(),
            file_name = c.Text(),
            rows = c.Text(),
            person_id = c.Long(true),
            created_at = c.Instant(),
            taken_at = c.Instant(true),
        }, t => t.PrimaryKey("pk_sheet_upload", x => x.id));
        Index(migrationBuilder, "sheet_upload", ["person_id"]);
    }
}
