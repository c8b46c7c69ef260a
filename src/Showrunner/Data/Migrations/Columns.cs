using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Showrunner.Data.Migrations;

/// <summary>Short words for columns, the same in a migration for both databases.</summary>
public sealed class Columns(ColumnsBuilder table, bool postgres)
{
    private static readonly string[] Sqlite = ["INTEGER", "INTEGER", "TEXT", "INTEGER", "INTEGER", "TEXT", "TEXT"];
    private static readonly string[] Postgres = ["bigint", "integer", "text", "boolean", "timestamp with time zone", "date", "numeric"];

    private OperationBuilder<AddColumnOperation> Add<T>(int type, bool nullable) =>
        table.Column<T>(type: (postgres ? Postgres : Sqlite)[type], nullable: nullable);

    /// <summary>A row number that the database gives.</summary>
    public OperationBuilder<AddColumnOperation> Id() => Add<long>(0, false)
        .Annotation("Sqlite:Autoincrement", true)
        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

    public OperationBuilder<AddColumnOperation> Long(bool nullable = false) => Add<long>(0, nullable);
    public OperationBuilder<AddColumnOperation> Int(bool nullable = false) => Add<int>(1, nullable);
    public OperationBuilder<AddColumnOperation> Text(bool nullable = false) => Add<string>(2, nullable);
    public OperationBuilder<AddColumnOperation> Bool(bool nullable = false) => Add<bool>(3, nullable);
    public OperationBuilder<AddColumnOperation> Instant(bool nullable = false) => Add<DateTimeOffset>(4, nullable);
    public OperationBuilder<AddColumnOperation> Day(bool nullable = false) => Add<DateOnly>(5, nullable);
    public OperationBuilder<AddColumnOperation> Decimal(bool nullable = false) => Add<decimal>(6, nullable);
}

/// <summary>A hand-written migration that says what it does once for both databases.</summary>
public abstract class AppMigration : Migration
{
    protected bool IsPostgres => ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL";

    protected void Table<T>(MigrationBuilder build, string name, Func<Columns, T> columns, Action<CreateTableBuilder<T>> constraints) =>
        build.CreateTable(name, table => columns(new Columns(table, IsPostgres)), constraints: constraints);

    protected static void Index(MigrationBuilder build, string table, string[] columns, bool unique = false) =>
        build.CreateIndex($"ix_{table}_{string.Join('_', columns)}", table, columns, unique: unique);
}
