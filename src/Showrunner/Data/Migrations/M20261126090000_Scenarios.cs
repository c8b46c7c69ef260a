using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261126090000_Scenarios")]
public sealed class M20261126090000_Scenarios : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "scenario", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            name = c.Text(),
            limits = c.Text(),
            result = c.Text(),
            is_kept_fresh = c.Bool(),
            job_id = c.Long(true),
            author_id = c.Long(true),
            author_name = c.Text(),
            created_at = c.Instant(),
            made_at = c.Instant(true),
            change_id = c.Long(),
        }, t => t.PrimaryKey("pk_scenario", x => x.id));
        Index(migrationBuilder, "scenario", ["market_id"]);
        Table(migrationBuilder, "planned_offer", c => new
        {
            scenario_id = c.Long(),
            creator_id = c.Long(),
            product_id = c.Long(),
            market_id = c.Long(),
            accept_ppm = c.Int(),
            post_ppm = c.Int(),
            gmv_minor = c.Long(),
            expected_minor = c.Long(),
            value_minor = c.Long(),
            sample_minor = c.Long(),
            commission_minor = c.Long(),
            collaboration = c.Int(),
            is_connected = c.Bool(),
            is_new = c.Bool(),
            accepted_day = c.Day(true),
            person_id = c.Long(true),
        }, t => t.PrimaryKey("pk_planned_offer", x => new { x.scenario_id, x.creator_id, x.product_id }));
        Index(migrationBuilder, "planned_offer", ["market_id", "accepted_day"]);
    }
}
