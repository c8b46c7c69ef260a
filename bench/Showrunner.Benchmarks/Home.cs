using System.Diagnostics;
using Npgsql;
using Showrunner.Data;

namespace Showrunner.Benchmarks;

/// <summary>A fresh home for data: an own folder, and on PostgreSQL an own database, both gone at the end.</summary>
internal sealed class Home : IAsyncDisposable
{
    private readonly string? _database;
    public DataPlace Place { get; }
    public string Folder => Place.Folder;

    /// <summary>The words that point a command at this home.</summary>
    public string[] Words => Place.Connection is { } connection ? ["--data", Folder, "--db", connection] : ["--data", Folder];

    private Home(string folder, string? database, string? connection) => (_database, Place) = (database, new DataPlace(folder, connection));

    public static async Task<Home> Make(Ask ask, string engine, bool migrated = false)
    {
        var folder = ask.Folder.Fresh(engine);
        string? database = null, connection = null;
        if (engine == "postgres")
        {
            database = "bench_" + Guid.NewGuid().ToString("N")[..12];
            await Server($"CREATE DATABASE {database}");
            connection = new NpgsqlConnectionStringBuilder(Ask.Postgres) { Database = database }.ConnectionString;
        }
        var home = new Home(folder, database, connection);
        if (migrated)
        {
            await using var db = home.Open();
            await DataRoom.Migrate(db, default);
        }
        return home;
    }

    public AppDb Open() => DataRoom.Open(Place);

    /// <summary>The application without its web side, on this home.</summary>
    public async Task<ServiceProvider> Application()
    {
        var services = new ServiceCollection();
        services.AddLogging(log => log.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Critical));
        services.AddSingleton(TimeProvider.System);
        Showrunner.Program.AddRooms(services, new ServeOptions(Place, []) { RunsJobs = false });
        var provider = services.BuildServiceProvider();
        await Showrunner.Program.Prepare(provider, default);
        return provider;
    }

    private static async Task Server(string sql)
    {
        await using var connection = new NpgsqlConnection(Ask.Postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(Place.ConnectionString));
            await Server($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
        }
        else Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    public static async Task<double> Seconds(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }
}
