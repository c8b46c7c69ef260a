using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Showrunner.Data;

/// <summary>Where this instance keeps its things.</summary>
/// <param name="Folder">The data folder: database, columns, uploads, keys.</param>
/// <param name="Connection">PostgreSQL connection string, or null for SQLite inside the folder.</param>
public sealed record DataPlace(string Folder, string? Connection)
{
    public bool IsPostgres => Connection is not null && !Connection.StartsWith("Data Source", StringComparison.OrdinalIgnoreCase);
    public string Sub(string name) => Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;

    public string ConnectionString => Connection is null ? new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(Folder, "showrunner.db"),
        DefaultTimeout = 60,
        ForeignKeys = true,
    }.ToString() : IsPostgres ? Thrifty + Connection : Connection;

    /// <summary>
    /// Statements are planned once for each connection of the pool, and nothing is set on a connection that its next user would have to be spared: on short
    /// requests both cost the server more than the question itself. What stands in the given string counts more.
    /// </summary>
    private const string Thrifty = "Max Auto Prepare=100;No Reset On Close=true;";
}

public static class DataRoom
{
    public static IServiceCollection AddData(this IServiceCollection services, DataPlace place)
    {
        Directory.CreateDirectory(place.Folder);
        services.AddSingleton(place);
        services.AddDbContextFactory<AppDb>(options => Configure(options, place));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext());
        return services;
    }

    /// <summary>The database without services around it.</summary>
    public static AppDb Open(DataPlace place)
    {
        Directory.CreateDirectory(place.Folder);
        var options = new DbContextOptionsBuilder<AppDb>();
        Configure(options, place);
        return new AppDb(options.Options);
    }

    public static void Configure(DbContextOptionsBuilder options, DataPlace place)
    {
        if (place.IsPostgres) options.UseNpgsql(place.ConnectionString);
        else options.UseSqlite(place.ConnectionString).AddInterceptors(new SqlitePragmas());
        // Migrations are written by hand, without the design-time snapshot that this warning compares with; a test compares the real schemas.
        // A command that fails throws, and whoever catches it says what it means; the first look for migrations fails on every new database.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning, RelationalEventId.CommandError, RelationalEventId.TransactionError, CoreEventId.SaveChangesFailed));
    }

    /// <summary>Brings the schema up to date; safe to call from several processes at once.</summary>
    public static async Task Migrate(AppDb db, CancellationToken cancel) => await db.Database.MigrateAsync(cancel);
}
