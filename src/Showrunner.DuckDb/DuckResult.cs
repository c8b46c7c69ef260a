using Showrunner.DuckDb.Native;
using static Showrunner.DuckDb.Native.NativeMethods;

namespace Showrunner.DuckDb;

/// <summary>
/// The rows of a query, read forward once: row by row with <see cref="Read"/> and the getters, or chunk by chunk
/// with <see cref="NextChunk"/>. Dispose it; one that is not read to its end may be disposed at any time.
/// </summary>
public sealed partial class DuckResult : IDisposable
{
    private readonly DuckConnection connection;
    private readonly ResultHandle handle;
    private readonly DuckColumn[] columns;
    private readonly int turn;
    private readonly bool buffered;
    private DuckChunk? chunk;
    private int row;
    private bool ended;

    internal DuckResult(DuckConnection connection, ResultHandle handle, bool buffered)
    {
        this.connection = connection;
        this.handle = handle;
        this.buffered = buffered;
        turn = connection.Turn;
        columns = ReadColumns(handle);
    }

    /// <summary>Names and types, in the query's order.</summary>
    public IReadOnlyList<DuckColumn> Columns => columns;

    /// <summary>The position of a column, by its exact name.</summary>
    public int Ordinal(string name)
    {
        var index = Array.FindIndex(columns, column => column.Name == name);
        return index >= 0 ? index
            : throw new ArgumentException($"The result has no column \"{name}\", only: {string.Join(", ", columns.Select(column => column.Name))}.", nameof(name));
    }

    /// <summary>The next rows (up to 2,048), or null at the end. The chunk before it, and every span taken from it, are gone then.</summary>
    /// <exception cref="DuckDbException">The query failed, or was interrupted, on the way.</exception>
    /// <exception cref="InvalidOperationException">Another statement ran on the connection before this result was read to its end.</exception>
    public DuckChunk? NextChunk()
    {
        ObjectDisposedException.ThrowIf(handle.IsClosed, this);
        chunk?.Dispose();
        chunk = null;
        row = -1;
        while (!ended)
        {
            if (!buffered && turn != connection.Turn)
                throw new InvalidOperationException("Another statement ran on this connection before the result was read to its end. Read it first, ask for it buffered, or use a second connection.");
            var raw = Fetch();
            if (raw == 0) break;
            var next = new DuckChunk(new ChunkHandle(raw), columns);
            if (next.Count > 0) return chunk = next;
            next.Dispose();
        }
        ended = true;
        return null;
    }

    public void Dispose()
    {
        chunk?.Dispose();
        chunk = null;
        handle.Dispose();
    }

    private unsafe nint Fetch()
    {
        var raw = duckdb_fetch_chunk(*(NativeResult*)handle.DangerousGetHandle());
        GC.KeepAlive(this);
        if (raw != 0) return raw;
        var error = TextOf(duckdb_result_error(handle));
        return error.Length == 0 ? 0 : throw Failure(new DuckDbException(error));
    }

    /// <summary>
    /// A thread of DuckDB that fails interrupts the threads beside it, and the one that hands rows over may tell that
    /// before it learns why: such a failure must not pass for a stop that somebody asked for.
    /// </summary>
    private DuckDbException Failure(DuckDbException told) =>
        told.IsInterrupted && connection.StoppedTurn != turn
            ? new DuckDbException("A part of the query failed while its rows were read, and DuckDB kept no reason. Ask for it buffered to learn the reason.")
            : told;

    private static unsafe DuckColumn[] ReadColumns(ResultHandle handle)
    {
        var columns = new DuckColumn[(int)duckdb_column_count(handle)];
        for (var i = 0; i < columns.Length; i++)
        {
            var name = TextOf(duckdb_column_name(handle, (ulong)i));
            var type = duckdb_column_type(handle, (ulong)i);
            columns[i] = type is DuckType.Decimal or DuckType.Enum ? DuckColumn.Of(name, duckdb_column_logical_type(handle, (ulong)i)) : new DuckColumn(name, type);
        }
        return columns;
    }
}
