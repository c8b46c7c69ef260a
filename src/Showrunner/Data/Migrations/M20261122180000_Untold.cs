using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

/// <summary>What a loaded file could not know, so that undoing another takes back what was kept of it.</summary>
[DbContext(typeof(AppDb)), Migration("20261122180000_Untold")]
public sealed class M20261122180000_Untold : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("untold", "ledger_change", IsPostgres ? "text" : "TEXT", defaultValue: "");
}
