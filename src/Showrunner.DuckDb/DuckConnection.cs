using Showrunner.DuckDb.Native;
using static Showrunner.DuckDb.Native.NativeMethods;

namespace Showrunner.DuckDb;

/// <summary>
/// A connection: one statement at a time, from one thread at a time. Only <see cref="Interrupt"/> and
/// <see cref="Progress"/> may be called from other threads while a statement runs. Transactions are plain SQL.
/// </summary>
public sealed class DuckConnection : IDisposable
{
    internal DuckConnection(ConnectionHandle handle) => Handle = handle;

    internal ConnectionHandle Handle { get; }

    /// <summary>Counts what runs here: a streaming result of an earlier turn was cut off by DuckDB without a word.</summary>
    internal int Turn { get; private set; }

    /// <summary>The last turn that <see cref="Interrupt"/> was meant to stop.</summary>
    internal int StoppedTurn => Volatile.Read(ref stoppedTurn);

    private int stoppedTurn = -1;

    /// <summary>Runs one statement or several, separated by semicolons.</summary>
    /// <returns>Rows that the last statement inserted, updated or deleted; 0 for other statements.</returns>
    public long Execute(string sql)
    {
        NextTurn();
        using var result = new ResultHandle(Handle);
        Check(duckdb_query(Handle, NotCut.ByNul(sql), result), result);
        return (long)duckdb_rows_changed(result);
    }

    /// <summary>One statement with parameters <c>?</c> or <c>$1</c>.</summary>
    public unsafe DuckStatement Prepare(string sql)
    {
        NextTurn();
        var state = duckdb_prepare(Handle, NotCut.ByNul(sql), out var raw);
        var statement = new StatementHandle(raw, Handle);
        if (state == Success) return new DuckStatement(this, statement);
        using (statement) throw new DuckDbException(statement.IsInvalid ? "DuckDB could not prepare the statement." : TextOf(duckdb_prepare_error(statement)));
    }

    /// <summary>Runs one statement and hands its rows over as they come: memory stays small however many there are.</summary>
    /// <param name="sql">One statement without parameters.</param>
    /// <param name="buffered">
    /// True keeps the whole result in memory, so that other statements can run here while it is read. A result that is
    /// not buffered ends with the next statement on this connection; reading on then throws.
    /// </param>
    public DuckResult Query(string sql, bool buffered = false)
    {
        using var statement = Prepare(sql);
        return statement.Query(buffered);
    }

    /// <summary>A writer for many rows into one table.</summary>
    /// <param name="schema">Null looks the table up as SQL would, TEMP tables included.</param>
    /// <param name="table">The table's name, unquoted.</param>
    public DuckAppender Appender(string? schema, string table) => new(this, schema, table);

    /// <summary>A writer for many rows into one table, looked up as SQL would.</summary>
    public DuckAppender Appender(string table) => new(this, null, table);

    /// <summary>Stops the running statement, from any thread: it fails with <see cref="DuckDbException.IsInterrupted"/>. Does nothing when none runs.</summary>
    public void Interrupt()
    {
        ObjectDisposedException.ThrowIf(Handle.IsClosed, this);
        Volatile.Write(ref stoppedTurn, Turn);
        duckdb_interrupt(Handle);
    }

    /// <summary>How far the running statement is, from any thread. Needs <see cref="TrackProgress"/> before the statement.</summary>
    public DuckProgress Progress
    {
        get
        {
            ObjectDisposedException.ThrowIf(Handle.IsClosed, this);
            var progress = duckdb_query_progress(Handle);
            return new(progress.Percentage < 0 ? null : progress.Percentage, (long)progress.RowsProcessed, (long)progress.RowsTotal);
        }
    }

    /// <summary>Makes DuckDB measure how far the statements of this connection are.</summary>
    public void TrackProgress() => Execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false");

    /// <summary>Results, statements and appenders that are still open keep working until they are disposed.</summary>
    public void Dispose() => Handle.Dispose();

    internal int NextTurn()
    {
        ObjectDisposedException.ThrowIf(Handle.IsClosed, this);
        return ++Turn;
    }

    internal static unsafe void Check(int state, ResultHandle result)
    {
        if (state != Success) throw new DuckDbException(TextOf(duckdb_result_error(result)));
    }
}
