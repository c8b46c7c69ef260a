using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261124100000_ReportTemplates")]
public sealed class M20261124100000_ReportTemplates : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "report_template", c => new
        {
            id = c.Id(),
            kind = c.Text(),
            file_name = c.Text(),
            bytes = c.Long(),
            sha256 = c.Text(),
            content = c.Text(),
            uploaded_by = c.Text(),
            uploaded_at = c.Instant(),
            in_use = c.Bool(),
        }, t => t.PrimaryKey("pk_report_template", x => x.id));
        Index(migrationBuilder, "report_template", ["kind"]);
    }
}
