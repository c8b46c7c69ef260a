namespace Showrunner.Ledger.Columns;

public sealed partial class LedgerColumns
{
    private readonly Lock _making = new();
    private int _rooms;

    /// <summary>What touches everything needs more memory for a while than questions do. Dispose it to give it back.</summary>
    internal IDisposable MuchRoom()
    {
        lock (_making)
            if (_rooms++ == 0) Limit(ColumnOptions.Much);
        return new Room(this);
    }

    private void Limit(string memory)
    {
        if (options.Memory != ColumnOptions.Little) return; // somebody has said how much it may be
        using var connection = Connect();
        connection.Execute($"SET memory_limit = '{memory}'");
    }

    private sealed class Room(LedgerColumns columns) : IDisposable
    {
        public void Dispose()
        {
            lock (columns._making)
                if (--columns._rooms == 0) columns.Limit(ColumnOptions.Little);
        }
    }
}
