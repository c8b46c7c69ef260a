using Showrunner.Data;
using Showrunner.DuckDb;

namespace Showrunner.Ledger.Columns;

/// <summary>Tables worked out of the facts, in a database of their own beside the columns that goes with the process. One is made at a time.</summary>
internal sealed class TablesBeside(LedgerColumns columns, DataPlace place, string name) : IDisposable
{
    private readonly SemaphoreSlim _making = new(1, 1);
    private DuckConnection? _connection;
    private FileBeside? _beside;
    private bool _disposed;

    /// <param name="change">The state of the facts that it shall be of.</param>
    /// <param name="make">Makes it; null where it cannot be used.</param>
    /// <returns>Null also where the facts changed meanwhile.</returns>
    public async Task<T?> Make<T>(long change, Func<DuckConnection, T?> make) where T : class
    {
        await _making.WaitAsync();
        try
        {
            if (_disposed || columns.FactsApplied != change) return null;
            if (_connection is null)
            {
                _connection = columns.Connect();
                _beside = new FileBeside(_connection, place.Sub("columns"), name);
                _beside.Leave();
            }
            return make(_connection) is { } made && columns.FactsApplied == change ? made : null;
        }
        finally { _making.Release(); }
    }

    public void Dispose()
    {
        _disposed = true;
        try { _connection?.Interrupt(); } catch (ObjectDisposedException) { /* closed already */ }
        _making.Wait();
        _beside?.Dispose();
        _connection?.Dispose();
        _making.Dispose();
    }
}
