using Showrunner.DuckDb;

namespace Showrunner.Data.Backup;

/// <summary>A folder for the time of one backup or restore, and an engine in it that writes and reads Parquet in little memory.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly string _folder;
    private readonly DuckDatabase _database;
    public DuckConnection Connection { get; }

    /// <param name="near">Beside this file, so that it is the same disk; what a killed run left there goes first.</param>
    public Scratch(string near)
    {
        var (parent, prefix) = (Path.GetDirectoryName(near)!, $".{Path.GetFileName(near)}.scratch-");
        foreach (var stray in Directory.EnumerateDirectories(parent, prefix + "*")) Directory.Delete(stray, recursive: true);
        _folder = Directory.CreateDirectory(Path.Combine(parent, prefix + Environment.ProcessId)).FullName;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _database = DuckDatabase.Open(Path.Combine(_folder, "rows.duckdb"), new Dictionary<string, string>
        {
            ["memory_limit"] = "256MB",
            ["threads"] = "2",
            ["temp_directory"] = Path.Combine(_folder, "spill"),
            ["autoinstall_known_extensions"] = "false",
            ["autoload_known_extensions"] = "false",
        });
        Connection = _database.Connect();
    }

    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Parquet files as one SQL literal.</summary>
    public string Parquet(string name) => $"'{PathOf(name).Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>An empty table <c>rows</c> of these columns, instead of the last one.</summary>
    public DuckAppender Rows(IReadOnlyList<ColumnShape> columns)
    {
        Connection.Execute($"CREATE OR REPLACE TABLE rows ({string.Join(", ", columns.Select(c => $"{c.Name} {Type(c.Type)}"))})");
        return Connection.Appender("rows");
    }

    /// <summary>Number of rows and a figure of their content that does not depend on their order.</summary>
    public string Content(string source)
    {
        using var result = Connection.Query($"SELECT count(*) || ' rows ' || coalesce(sum(hash(t)), 0) FROM {source} t");
        return result.Read() ? result.GetText(0) : "";
    }

    private static string Type(ColumnType type) => type switch
    {
        ColumnType.Long => "BIGINT",
        ColumnType.Text => "VARCHAR",
        ColumnType.Day => "DATE",
        ColumnType.Bool => "BOOLEAN",
        _ => "TIMESTAMP",
    };

    public void Dispose()
    {
        Connection.Dispose();
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
