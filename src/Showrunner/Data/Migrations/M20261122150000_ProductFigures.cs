using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261122150000_ProductFigures")]
public sealed class M20261122150000_ProductFigures : AppMigration
{
    private const string Columns = "market_id:L! product_id:L! measure:T! sku_no:T! day:D! occurrence:L! value:L";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(FactTables.Create("product_figure", Columns, IsPostgres));
        migrationBuilder.Sql(FactTables.CreateHistory("product_figure", Columns, IsPostgres));
    }
}
