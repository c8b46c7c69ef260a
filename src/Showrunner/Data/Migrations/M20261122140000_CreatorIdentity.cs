using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261122140000_CreatorIdentity")]
public sealed class M20261122140000_CreatorIdentity : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var build = migrationBuilder;
        build.AddColumn<long>("merged_into_id", "creator", IsPostgres ? "bigint" : "INTEGER", nullable: true);
        build.AddColumn<string>("also", "creator", IsPostgres ? "text" : "TEXT", defaultValue: "");
        Index(build, "creator", ["merged_into_id"]);

        Table(build, "creator_merge", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            creator_id = c.Long(),
            into_id = c.Long(),
            merged_at = c.Instant(),
            person_id = c.Long(true),
            person_name = c.Text(),
            undone_at = c.Instant(true),
            undone_by = c.Text(),
            taken = c.Text(),
        }, t => t.PrimaryKey("pk_creator_merge", x => x.id));
        Index(build, "creator_merge", ["creator_id"]);
        Index(build, "creator_merge", ["into_id"]);

        Table(build, "creator_account", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            creator_id = c.Long(),
            platform = c.Text(),
            handle = c.Text(),
            source = c.Text(),
            added_at = c.Instant(),
            person_name = c.Text(),
        }, t => t.PrimaryKey("pk_creator_account", x => x.id));
        Index(build, "creator_account", ["creator_id", "platform", "handle"], unique: true);
    }
}
