using System.Reflection;
using Npgsql;
using Showrunner.Data;
using Xunit.Sdk;
using Xunit.v3;

namespace Showrunner.Tests;

/// <summary>Every test that touches rows runs on both: <c>[Theory, Databases]</c> hands "sqlite" and "postgres".</summary>
public sealed class DatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow("sqlite"), new TheoryDataRow("postgres")]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A fresh, empty place for one test: a folder, and a database of its own on the PostgreSQL that ./test started.</summary>
public sealed class TestPlace : IDisposable
{
    private readonly string? _database;
    public string Folder { get; } = Directory.CreateTempSubdirectory("showrunner-test-").FullName;
    public DataPlace Place { get; }

    public TestPlace(string database) : this(database, null)
    {
    }

    private TestPlace(string database, TestPlace? like)
    {
        if (database == "sqlite")
        {
            Place = new DataPlace(Folder, null);
            if (like is not null) foreach (var file in Directory.GetFiles(like.Folder)) File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
            return;
        }
        var server = Server();
        _database = "t_" + Guid.NewGuid().ToString("N");
        Run(server, $"CREATE DATABASE {_database}" + (like is null ? "" : $" TEMPLATE {like._database}"));
        Place = new DataPlace(Folder, new NpgsqlConnectionStringBuilder(server) { Database = _database, Pooling = true, MaxPoolSize = 20 }.ToString());
    }

    private static readonly Dictionary<string, Lazy<Task<TestPlace>>> Prepared = new() { ["sqlite"] = new(() => Prepare("sqlite")), ["postgres"] = new(() => Prepare("postgres")) };

    /// <summary>A place with schema and first rows, copied from one that a first start made: most tests are about what comes after.</summary>
    public static async Task<TestPlace> Migrated(string database) => new(database, await Prepared[database].Value);

    private static async Task<TestPlace> Prepare(string database)
    {
        var place = new TestPlace(database);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => place.Dispose();
        await Program.Prepare(place.Place, default);
        if (database == "sqlite") Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        else NpgsqlConnection.ClearPool(new NpgsqlConnection(place.Place.ConnectionString));
        return place;
    }

    private static string Server() => Environment.GetEnvironmentVariable("SHOWRUNNER_TEST_POSTGRES")
        ?? throw new InvalidOperationException("Tests need PostgreSQL: run ./test, or tests/with-postgres dotnet test …, or set SHOWRUNNER_TEST_POSTGRES.");

    private static void Run(string server, string sql)
    {
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        if (_database is not null)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(Place.ConnectionString));
            Run(Server(), $"DROP DATABASE {_database} WITH (FORCE)");
        }
        else Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        try { Directory.Delete(Folder, recursive: true); } catch (IOException) { /* a straggler still holds a file; the temp folder is cleaned by the system */ }
    }
}
