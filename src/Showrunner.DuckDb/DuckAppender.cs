using Showrunner.DuckDb.Native;
using static Showrunner.DuckDb.Native.NativeMethods;

namespace Showrunner.DuckDb;

/// <summary>
/// Writes many rows into one table: a value for every column in the table's order, then <see cref="EndRow"/>.
/// DuckDB takes the rows over in batches of 32,768 (by itself it would hold 200,000 outside its memory limit) and on
/// <see cref="Flush"/>, each batch in a transaction of its own: for all or nothing, BEGIN first and ROLLBACK on failure. After a failed batch nothing more can be
/// written. Disposing flushes, and throws what goes wrong; a row left unfinished by then means that the writing was
/// broken off, and everything not yet flushed is dropped.
/// </summary>
public sealed unsafe partial class DuckAppender : IDisposable
{
    private const int ChunksPerBatch = 16;
    private static readonly int Capacity = (int)duckdb_vector_size();

    private readonly DuckConnection connection;
    private readonly AppenderHandle handle;
    private readonly ChunkHandle chunk;
    private AppendColumn[] columns;
    private int column;
    private int row;
    private int chunks;
    private bool failed;

    internal DuckAppender(DuckConnection connection, string? schema, string table)
    {
        this.connection = connection;
        connection.NextTurn();
        var state = duckdb_appender_create(connection.Handle, schema is null ? null : NotCut.ByNul(schema), NotCut.ByNul(table), out var raw);
        handle = new AppenderHandle(raw, connection.Handle);
        if (state != Success)
        {
            using (handle) throw Error();
        }
        columns = new AppendColumn[(int)duckdb_appender_column_count(handle)];
        chunk = new ChunkHandle(CreateChunk(schema, table));
        Rewind();
    }

    /// <summary>Rows ended so far.</summary>
    public long RowCount { get; private set; }

    /// <exception cref="InvalidOperationException">The row has fewer values than the table has columns.</exception>
    public void EndRow()
    {
        if (column != columns.Length || column == 0)
        {
            Usable();
            throw new InvalidOperationException($"Row {RowCount + 1} has {column} of {columns.Length} values.");
        }
        column = 0;
        RowCount++;
        if (++row == Capacity) Push();
    }

    /// <summary>Writes everything so far to the table.</summary>
    /// <exception cref="DuckDbException">A constraint or the disk says no: nothing of the batch is in the table.</exception>
    public void Flush()
    {
        Usable();
        if (column != 0) throw new InvalidOperationException($"Row {RowCount + 1} is not ended.");
        Push();
        connection.NextTurn();
        if (duckdb_appender_flush(handle) != Success) throw Failed();
    }

    public void Dispose()
    {
        if (handle.IsClosed) return;
        try
        {
            if (failed || column != 0) _ = duckdb_appender_clear(handle);
            else Close();
        }
        finally
        {
            columns = [];
            chunk.Dispose();
            handle.Dispose();
        }
    }

    private void Close()
    {
        Push();
        if (!connection.Handle.IsClosed) connection.NextTurn();
        if (duckdb_appender_close(handle) == Success) return;
        var error = Failed();
        _ = duckdb_appender_clear(handle);
        throw error;
    }

    /// <summary>All rows of a result's chunk, whose columns have the types of the table's, in its order.</summary>
    /// <exception cref="InvalidOperationException">A row was begun and is not ended.</exception>
    /// <exception cref="DuckDbException">The columns do not go with the table.</exception>
    public void Append(DuckChunk rows)
    {
        Usable();
        if (column != 0) throw new InvalidOperationException($"Row {RowCount + 1} is not ended.");
        Push();
        connection.NextTurn();
        Take(rows.Handle);
        RowCount += rows.Count;
    }

    private void Push()
    {
        if (row == 0) return;
        if (!connection.Handle.IsClosed) connection.NextTurn();
        duckdb_data_chunk_set_size(chunk, (ulong)row);
        Take(chunk);
        duckdb_data_chunk_reset(chunk);
        row = 0;
        Rewind();
    }

    private void Take(ChunkHandle filled)
    {
        if (duckdb_append_data_chunk(handle, filled) != Success) throw Failed();
        if (++chunks % ChunksPerBatch == 0 && duckdb_appender_flush(handle) != Success) throw Failed();
    }

    private nint CreateChunk(string? schema, string table)
    {
        var types = new nint[columns.Length];
        using var names = new TableNames(connection.Handle, schema, table);
        for (var i = 0; i < types.Length; i++) types[i] = duckdb_appender_column_type(handle, (ulong)i);
        fixed (nint* start = types)
        {
            var raw = duckdb_create_data_chunk(start, (ulong)types.Length);
            for (var i = 0; i < types.Length; i++) columns[i].Column = DuckColumn.Of(names[i], types[i]);
            return raw;
        }
    }

    /// <summary>An emptied chunk may have its vectors elsewhere.</summary>
    private void Rewind()
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var vector = duckdb_data_chunk_get_vector(chunk, (ulong)i);
            columns[i].Vector = vector;
            columns[i].Data = duckdb_vector_get_data(vector);
            columns[i].Validity = null;
        }
    }

    private DuckDbException Failed()
    {
        failed = true;
        columns = [];
        return Error();
    }

    private DuckDbException Error()
    {
        if (handle.IsInvalid) return new DuckDbException("DuckDB could not open the appender.");
        var data = duckdb_appender_error_data(handle);
        var error = new DuckDbException(TextOf(duckdb_error_data_message(data)), ErrorKinds.Name(duckdb_error_data_error_type(data)));
        duckdb_destroy_error_data(ref data);
        return error;
    }

    private void Usable()
    {
        ObjectDisposedException.ThrowIf(handle.IsClosed, this);
        if (failed) throw new InvalidOperationException("The appender failed before; nothing more can be written with it.");
    }
}
