using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

/// <summary>Findings of a part of a market stand beside the market's own.</summary>
[DbContext(typeof(AppDb)), Migration("20261122130000_FindingScope")]
public sealed class M20261122130000_FindingScope : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var build = migrationBuilder;
        build.AddColumn<string>("scope", "finding", IsPostgres ? "text" : "TEXT", defaultValue: "");
        build.DropIndex("ix_finding_market_id_key", "finding");
        Index(build, "finding", ["market_id", "scope", "key"]);

        build.Sql("CREATE TABLE finding_run_before AS SELECT * FROM finding_run");
        build.DropTable("finding_run");
        Table(build, "finding_run", c => new
        {
            market_id = c.Long(),
            scope = c.Text(),
            last_day = c.Day(),
            change_id = c.Long(),
            found = c.Int(),
            finished_at = c.Instant(),
        }, t => t.PrimaryKey("pk_finding_run", x => new { x.market_id, x.scope }));
        build.Sql("INSERT INTO finding_run (market_id, scope, last_day, change_id, found, finished_at) SELECT market_id, '', last_day, change_id, found, finished_at FROM finding_run_before");
        build.DropTable("finding_run_before");
    }
}
