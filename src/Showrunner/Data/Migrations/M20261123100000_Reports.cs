using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261123100000_Reports")]
public sealed class M20261123100000_Reports : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "figure_reading", c => new
        {
            code = c.Text(),
            market_id = c.Long(),
            metric = c.Text(),
            from_day = c.Day(),
            to_day = c.Day(),
            dimension = c.Text(),
            subject_id = c.Long(true),
            subject_name = c.Text(),
            change = c.Long(),
            value = c.Text(),
            as_of = c.Instant(),
        }, t => t.PrimaryKey("pk_figure_reading", x => x.code));
        Table(migrationBuilder, "written_headline", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            report = c.Text(),
            from_day = c.Day(),
            to_day = c.Day(),
            compare = c.Text(),
            subject_id = c.Long(),
            section = c.Text(),
            language = c.Text(),
            text = c.Text(),
            figures = c.Text(),
            author = c.Text(),
            written_at = c.Instant(),
        }, t => t.PrimaryKey("pk_written_headline", x => x.id));
        Index(migrationBuilder, "written_headline", ["market_id", "report", "from_day", "to_day", "compare", "subject_id", "section", "language"], unique: true);
    }
}
