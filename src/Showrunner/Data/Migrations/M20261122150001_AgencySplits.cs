using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261122150001_AgencySplits")]
public sealed class M20261122150001_AgencySplits : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var build = migrationBuilder;
        Table(build, "agency_split", c => new { id = c.Id(), agency_id = c.Long(), valid_from = c.Day(), agency_ppm = c.Long(), person_name = c.Text(), entered_at = c.Instant() },
            t => t.PrimaryKey("pk_agency_split", x => x.id));
        Index(build, "agency_split", ["agency_id", "valid_from"], unique: true);
    }
}
