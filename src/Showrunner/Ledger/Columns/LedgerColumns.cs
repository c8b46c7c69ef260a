using Showrunner.Data;
using Showrunner.DuckDb;

namespace Showrunner.Ledger.Columns;

/// <summary>How the columns may use the machine. What does not fit into the memory goes to disk; every thread takes some of it.</summary>
/// <param name="Memory">As DuckDB writes it, e.g. 2GB.</param>
/// <param name="Threads">0 takes the processors, four at the most.</param>
public sealed record ColumnOptions(string Memory = ColumnOptions.Little, int Threads = 0)
{
    /// <summary>Enough for loads of any size and boards of millions of lines; sorting everything takes <see cref="Much"/>.</summary>
    public const string Little = "100MB";
    internal const string Much = "400MB";
}

/// <summary>
/// The columnar copy of this process: derived, disposable, rebuilt when missing or doubted. A second process on the same
/// folder (a command beside the server) keeps a copy of its own for as long as it lives.
/// </summary>
public sealed partial class LedgerColumns(DataPlace place, ColumnOptions options, ILogger<LedgerColumns> log) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Lock _opening = new();
    private DuckDatabase? _database;
    private string _file = "";
    private bool _temporary, _disposed;
    private long _applied = -1, _facts = -1;

    /// <summary>The ledger change that the columns include.</summary>
    public long Applied => Interlocked.Read(ref _applied);

    /// <summary>The same without changes of what is said of people: facts, and what they are told of, are as they were.</summary>
    public long FactsApplied => Interlocked.Read(ref _facts);

    /// <summary>A connection of one's own; close it after the question.</summary>
    public DuckConnection Connect() => Database.Connect();

    private DuckDatabase Database
    {
        get
        {
            lock (_opening)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                return _database ??= Open();
            }
        }
    }

    private DuckDatabase Open()
    {
        var folder = place.Sub("columns");
        foreach (var stray in Directory.EnumerateFiles(folder, "stage-*").Where(FileBeside.IsStray)) DeleteQuietly(stray);
        _file = Path.Combine(folder, "columns.duckdb");
        try { return OpenFile(_file); }
        catch (DuckDbException locked) when (locked.IsLocked)
        {
            _file = Path.Combine(folder, $"columns-{Environment.ProcessId}.duckdb");
            _temporary = true;
            DeleteQuietly(_file);
            return OpenFile(_file);
        }
        catch (DuckDbException broken)
        {
            log.LogWarning("The columns could not be opened ({Reason}); they are made anew from the ledger", broken.Message);
            DeleteQuietly(_file);
            DeleteQuietly(_file + ".wal");
            return OpenFile(_file);
        }
    }

    private DuckDatabase OpenFile(string file)
    {
        var settings = new Dictionary<string, string>
        {
            ["memory_limit"] = options.Memory,
            ["threads"] = (options.Threads > 0 ? options.Threads : Math.Min(4, Environment.ProcessorCount)).ToString(System.Globalization.CultureInfo.InvariantCulture),
            // Gives freed memory back while it works, not only when somebody asks again.
            ["allocator_background_threads"] = "true",
            ["temp_directory"] = file + ".tmp",
            ["preserve_insertion_order"] = "true",
            ["autoinstall_known_extensions"] = "false",
            ["autoload_known_extensions"] = "false",
        };
        var database = DuckDatabase.Open(file, settings);
        try
        {
            using var connection = database.Connect();
            Set(ReadState(connection));
            Limit(connection, ofAll: false);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static long ReadState(DuckConnection connection)
    {
        using (var has = connection.Query("SELECT count(*) FROM information_schema.tables WHERE table_name = 'columns_state'"))
            if (!has.Read() || has.GetInt64(0) == 0) return -1;
        if (!HasEveryColumn(connection)) return -1;
        using var state = connection.Query("SELECT applied FROM columns_state");
        return state.Read() ? state.GetInt64(0) : -1;
    }

    /// <summary>A copy that an older program made may know less, or otherwise: it is made anew.</summary>
    private static bool HasEveryColumn(DuckConnection connection)
    {
        var known = new HashSet<string>();
        using (var rows = connection.Query("SELECT table_name || '.' || column_name || ' ' || data_type FROM information_schema.columns"))
            while (rows.Read()) known.Add(rows.GetText(0));
        return ColumnSchema.All.All(table => table.Columns.All(column => known.Contains($"{table.Name}.{column.Name} {ColumnSchema.Type(table.Name, column)}")));
    }

    private static void DeleteQuietly(string file)
    {
        try
        {
            File.Delete(file);
            if (Directory.Exists(file + ".tmp")) Directory.Delete(file + ".tmp", recursive: true);
        }
        catch (IOException) { /* another process still has it; it deletes its own */ }
    }

    public void Dispose()
    {
        lock (_opening)
        {
            _disposed = true;
            _database?.Dispose();
            _database = null;
        }
        if (_temporary)
        {
            DeleteQuietly(_file);
            DeleteQuietly(_file + ".wal");
        }
        _writing.Dispose();
    }
}
