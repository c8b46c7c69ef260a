using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261122121000_CreatorProfiles")]
public sealed class M20261122121000_CreatorProfiles : AppMigration
{
    private static readonly string[] Measures =
        ["gmv30", "units30", "video_views", "live_viewers", "engagement", "commission", "post_rate", "female", "age18", "age25", "age35", "age45", "age55"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var build = migrationBuilder;
        Table(build, "agency", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            agency_no = c.Text(),
            name = c.Text(),
            creator_split_ppm = c.Long(true),
            is_demo = c.Bool(),
            change_id = c.Long(),
        }, t => t.PrimaryKey("pk_agency", x => x.id));
        Index(build, "agency", ["market_id", "agency_no"], unique: true);
        Index(build, "agency", ["change_id"]);

        foreach (var text in new[] { "bio", "language", "level", "region", "stage" }) Text(build, text, "");
        Text(build, "labels", ",");
        foreach (var number in new[] { "hidden", "agency_id" }) build.AddColumn<long>(number, "creator", IsPostgres ? "bigint" : "INTEGER", defaultValue: 0L);
        foreach (var number in Measures.SelectMany(m => new[] { m + "_low", m + "_high" }).Append("owner_id"))
            build.AddColumn<long>(number, "creator", IsPostgres ? "bigint" : "INTEGER", nullable: true);
        build.AddColumn<DateOnly>("profile_day", "creator", IsPostgres ? "date" : "TEXT", nullable: true);
        foreach (var instant in new[] { "last_contacted_at", "stage_since" })
            build.AddColumn<DateTimeOffset>(instant, "creator", IsPostgres ? "timestamp with time zone" : "INTEGER", nullable: true);
    }

    private void Text(MigrationBuilder build, string column, string otherwise) =>
        build.AddColumn<string>(column, "creator", IsPostgres ? "text" : "TEXT", defaultValue: otherwise);
}
