using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261124110001_CampaignPlans")]
public sealed class M20261124110001_CampaignPlans : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "campaign_plan", c => new
        {
            campaign_id = c.Long(),
            register_until = c.Day(true),
            starts_on = c.Day(true),
            ends_on = c.Day(true),
            version = c.Int(),
            next_no = c.Int(),
        }, t => t.PrimaryKey("pk_campaign_plan", x => x.campaign_id));
        Table(migrationBuilder, "campaign_milestone", c => new { campaign_id = c.Long(), no = c.Int(), name = c.Text(), day = c.Day() }, t => t.PrimaryKey("pk_campaign_milestone", x => new { x.campaign_id, x.no }));
    }
}
