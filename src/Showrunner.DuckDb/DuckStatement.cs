using Showrunner.DuckDb.Native;
using static Showrunner.DuckDb.Native.NativeMethods;

namespace Showrunner.DuckDb;

/// <summary>A prepared statement. Bindings stay until they are bound again, so it can run many times.</summary>
public sealed partial class DuckStatement : IDisposable
{
    private readonly DuckConnection connection;
    private readonly StatementHandle handle;

    internal DuckStatement(DuckConnection connection, StatementHandle handle)
    {
        this.connection = connection;
        this.handle = handle;
    }

    /// <summary>How many parameters the statement has.</summary>
    public int ParameterCount
    {
        get
        {
            ObjectDisposedException.ThrowIf(handle.IsClosed, this);
            return (int)duckdb_nparams(handle);
        }
    }

    /// <summary>Runs the statement.</summary>
    /// <returns>Rows inserted, updated or deleted; 0 for other statements.</returns>
    public long Execute()
    {
        using var result = Run(buffered: true);
        return (long)duckdb_rows_changed(result);
    }

    /// <inheritdoc cref="DuckConnection.Query"/>
    public DuckResult Query(bool buffered = false)
    {
        var result = Run(buffered);
        return new DuckResult(connection, result, buffered);
    }

    public void Dispose() => handle.Dispose();

    private ResultHandle Run(bool buffered)
    {
        ObjectDisposedException.ThrowIf(handle.IsClosed, this);
        connection.NextTurn();
        var result = new ResultHandle(connection.Handle);
        try
        {
            var state = buffered ? duckdb_execute_prepared(handle, result) : duckdb_execute_prepared_streaming(handle, result);
            DuckConnection.Check(state, result);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }
}
