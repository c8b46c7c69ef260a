using Microsoft.EntityFrameworkCore;

namespace Showrunner.Data;

/// <summary>The truth. Knows no room: every room configures its own tables, found by scanning the assembly.</summary>
public sealed partial class AppDb(DbContextOptions<AppDb> options) : DbContext(options)
{
    public bool IsPostgres => Database.ProviderName == PostgresProvider;
    private const string PostgresProvider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        Names.MakeSnakeCase(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (!IsPostgres) SqliteConventions(configurationBuilder);
    }
}
