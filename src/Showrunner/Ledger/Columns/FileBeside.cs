using Showrunner.DuckDb;

namespace Showrunner.Ledger.Columns;

/// <summary>A file for rows on their way, attached to one connection under a name. What a dead process left is deleted when the columns open.</summary>
internal sealed class FileBeside : IDisposable
{
    private readonly DuckConnection _connection;
    private readonly string _name;
    private readonly string _file;
    private readonly string _main;

    public FileBeside(DuckConnection connection, string folder, string name)
    {
        (_connection, _name) = (connection, name);
        _file = Path.Combine(folder, $"stage-{Environment.ProcessId}-{name}.duckdb");
        File.Delete(_file);
        using (var here = connection.Query("SELECT current_database()")) _main = here.Read() ? here.GetText(0) : "";
        connection.Execute($"ATTACH '{_file.Replace("'", "''", StringComparison.Ordinal)}' AS {name}; USE {name}");
    }

    /// <summary>The process that made it is gone.</summary>
    public static bool IsStray(string file)
    {
        if (!int.TryParse(Path.GetFileName(file).Split('-')[1], out var process) || process == Environment.ProcessId) return true;
        try
        {
            using var alive = System.Diagnostics.Process.GetProcessById(process);
            return false;
        }
        catch (ArgumentException) { return true; }
    }

    /// <summary>Rows are appended to the database in use: this one until here, the columns afterwards.</summary>
    public void Leave() => _connection.Execute($"USE \"{_main}\"");

    public void Dispose()
    {
        try { _connection.Execute("ROLLBACK"); } catch (DuckDbException) { /* no transaction was open */ }
        Leave();
        try { _connection.Execute($"DETACH {_name}"); } catch (DuckDbException) { /* the file goes when the columns open next */ }
        File.Delete(_file);
        File.Delete(_file + ".wal");
    }
}
