using Showrunner.DuckDb.Native;
using static Showrunner.DuckDb.Native.NativeMethods;

namespace Showrunner.DuckDb;

/// <summary>
/// An open DuckDB database: one file, or memory. Safe to share between threads; each thread takes its own connection.
/// The file is closed when the database and everything made from it are disposed.
/// </summary>
public sealed class DuckDatabase : IDisposable
{
    private readonly DatabaseHandle handle;

    private DuckDatabase(DatabaseHandle handle) => this.handle = handle;

    /// <summary>The version of the native library, as <c>v1.5.5</c>.</summary>
    public static unsafe string LibraryVersion => TextOf(duckdb_library_version());

    /// <param name="path">A file, created when missing, or <c>:memory:</c>.</param>
    /// <param name="settings">DuckDB's configuration by name: <c>threads</c>, <c>memory_limit</c>, <c>access_mode</c>…</param>
    /// <exception cref="DuckDbException">Locked (<see cref="DuckDbException.IsLocked"/>), no DuckDB file, damaged, or a setting unknown to DuckDB.</exception>
    public static DuckDatabase Open(string path, IReadOnlyDictionary<string, string>? settings = null)
    {
        NotCut.ByNul(path);
        var claim = OpenFiles.Take(path);
        try
        {
            return new DuckDatabase(new DatabaseHandle(OpenRaw(path, settings), claim));
        }
        catch
        {
            claim?.Release();
            throw;
        }
    }

    /// <summary>A new connection; cheap (tens of microseconds). TEMP tables and transactions belong to it.</summary>
    public DuckConnection Connect()
    {
        ObjectDisposedException.ThrowIf(handle.IsClosed, this);
        if (duckdb_connect(handle, out var raw) != Success) throw new DuckDbException("DuckDB gave no connection.");
        return new DuckConnection(new ConnectionHandle(raw, handle));
    }

    public void Dispose() => handle.Dispose();

    private static unsafe nint OpenRaw(string path, IReadOnlyDictionary<string, string>? settings)
    {
        if (duckdb_create_config(out var config) != Success) throw new DuckDbException("DuckDB gave no configuration.");
        try
        {
            foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            {
                if (duckdb_set_config(config, NotCut.ByNul(name), NotCut.ByNul(value)) != Success)
                    throw new DuckDbException($"Setting Error: DuckDB does not take \"{value}\" for the setting \"{name}\".");
            }
            if (duckdb_open_ext(path, out var raw, config, out var error) != Success) throw new DuckDbException(Take(error));
            return raw;
        }
        finally
        {
            duckdb_destroy_config(ref config);
        }
    }
}
