using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261122140002_SamePerson")]
public sealed class M20261122140002_SamePerson : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var build = migrationBuilder;
        Table(build, "same_person", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            first_id = c.Long(),
            second_id = c.Long(),
            probability_ppm = c.Long(),
            reasons = c.Text(),
            state = c.Text(),
            found_at = c.Instant(),
            decided_at = c.Instant(true),
            decided_by = c.Text(),
        }, t => t.PrimaryKey("pk_same_person", x => x.id));
        Index(build, "same_person", ["first_id", "second_id"], unique: true);
        Index(build, "same_person", ["market_id"]);

        Table(build, "same_person_run", c => new { market_id = c.Long(), change_id = c.Long(), found = c.Int(), finished_at = c.Instant() },
            t => t.PrimaryKey("pk_same_person_run", x => x.market_id));
    }
}
