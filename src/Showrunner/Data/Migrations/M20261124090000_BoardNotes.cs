using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261124090000_BoardNotes")]
public sealed class M20261124090000_BoardNotes : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("text", "tile", IsPostgres ? "text" : "TEXT", nullable: true);
        migrationBuilder.AddColumn<string>("conditions", "figure_reading", IsPostgres ? "text" : "TEXT", nullable: false, defaultValue: "");
    }
}
