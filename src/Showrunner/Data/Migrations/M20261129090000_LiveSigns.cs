using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261129090000_LiveSigns")]
public sealed class M20261129090000_LiveSigns : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var sign in new[] { "questions", "complaints" })
            migrationBuilder.AddColumn<long>(sign, "live_minute", IsPostgres ? "bigint" : "INTEGER", nullable: true);
    }
}
