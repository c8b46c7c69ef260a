using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261122101000_Findings")]
public sealed class M20261122_Findings : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "finding", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            key = c.Text(),
            kind = c.Text(),
            subject = c.Text(),
            subject_id = c.Long(),
            name = c.Text(),
            first_day = c.Day(),
            last_day = c.Day(),
            effect_minor = c.Long(),
            evidence = c.Text(),
            state = c.Text(),
            reason = c.Text(),
            comment = c.Text(),
            decided_by = c.Text(),
            decided_at = c.Instant(true),
            found_at = c.Instant(),
        }, t => t.PrimaryKey("pk_finding", x => x.id));
        Index(migrationBuilder, "finding", ["market_id", "key"]);

        Table(migrationBuilder, "finding_run", c => new
        {
            market_id = c.Long(),
            last_day = c.Day(),
            change_id = c.Long(),
            found = c.Int(),
            finished_at = c.Instant(),
        }, t => t.PrimaryKey("pk_finding_run", x => x.market_id));
    }
}
