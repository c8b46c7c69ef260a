using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

/// <summary>A calendar feed is of several rooms, and of one market where it is shared.</summary>
[DbContext(typeof(AppDb)), Migration("20261124110002_SharedFeeds")]
public sealed class M20261124110002_SharedFeeds : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.RenameColumn("source", "calendar_feed", "sources");
        migrationBuilder.AddColumn<long>("market_id", "calendar_feed", IsPostgres ? "bigint" : "INTEGER", nullable: true);
    }
}
