using System.Globalization;
using Showrunner.DuckDb;

namespace Showrunner.Ledger.Columns;

public sealed partial class LedgerColumns
{
    // Groups of tens of millions of lines are slow when they go to disk: each line beyond the first millions may keep this much in memory.
    private const long LinesOfLittle = 10_000_000, BytesPerLine = 40, OneMegabyte = 1_000_000, PartOfMachine = 4;
    private readonly Lock _making = new();
    private int _rooms;

    /// <summary>What touches everything needs more memory for a while than questions do. Dispose it to give it back.</summary>
    internal IDisposable MuchRoom()
    {
        lock (_making)
            if (_rooms++ == 0) Limit(ofAll: true);
        return new Room(this);
    }

    private void Limit(bool ofAll)
    {
        using var connection = Connect();
        Limit(connection, ofAll);
    }

    private void Limit(DuckConnection connection, bool ofAll)
    {
        if (options.Memory != ColumnOptions.Little) return; // somebody has said how much it may be
        var more = More(connection);
        var memory = more == 0 ? ofAll ? ColumnOptions.Much : ColumnOptions.Little : string.Create(CultureInfo.InvariantCulture, $"{(ofAll ? 2 : 1) * more / OneMegabyte + 100}MB");
        connection.Execute($"SET memory_limit = '{memory}'");
    }

    /// <summary>Bytes beyond <see cref="ColumnOptions.Little"/> that a ledger of so many lines is worth, up to a quarter of the machine's memory.</summary>
    private static long More(DuckConnection connection)
    {
        using var lines = connection.Query("SELECT estimated_size FROM duckdb_tables() WHERE table_name = 'order_line' AND database_name = current_database()");
        var beyond = lines.Read() ? lines.GetInt64(0) - LinesOfLittle : 0;
        return beyond <= 0 ? 0 : Math.Min(beyond * BytesPerLine, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / PartOfMachine);
    }

    private sealed class Room(LedgerColumns columns) : IDisposable
    {
        public void Dispose()
        {
            lock (columns._making)
                if (--columns._rooms == 0) columns.Limit(ofAll: false);
        }
    }
}
