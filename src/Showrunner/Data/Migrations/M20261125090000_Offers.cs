using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261125090000_Offers")]
public sealed class M20261125090000_Offers : AppMigration
{
    private const string Columns = "market_id:L! creator_id:L! product_id:L! day:D! occurrence:L! answer:T answered_day:O sample_day:O posted_day:O";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(FactTables.Create("offer", Columns, IsPostgres));
        migrationBuilder.Sql(FactTables.CreateHistory("offer", Columns, IsPostgres));
    }
}
