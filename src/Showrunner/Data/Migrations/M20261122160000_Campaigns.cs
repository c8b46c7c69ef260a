using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

/// <summary>Order lines know the partner campaign they belong to.</summary>
[DbContext(typeof(AppDb)), Migration("20261122160000_Campaigns")]
public sealed class M20261122160000_Campaigns : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var build = migrationBuilder;
        Table(build, "campaign", c => new { id = c.Id(), market_id = c.Long(), campaign_no = c.Text(), name = c.Text(), is_demo = c.Bool(), change_id = c.Long() },
            t => t.PrimaryKey("pk_campaign", x => x.id));
        Index(build, "campaign", ["market_id", "campaign_no"], unique: true);
        Index(build, "campaign", ["change_id"]);
        foreach (var table in new[] { "order_line", "order_line_history" }) build.AddColumn<long>("campaign_id", table, IsPostgres ? "bigint" : "INTEGER", nullable: true);
    }
}
