using System.Globalization;
using Showrunner.Data;
using Showrunner.DuckDb;
using Showrunner.Ledger.Columns;

namespace Showrunner.Creators.Listing;

/// <summary>What each creator sold in the periods that lists were last asked for, summed beside once and not for every filter, sorting and page.</summary>
public sealed class KeptSales : IDisposable
{
    /// <summary>So many that a table outlives every question which still uses it.</summary>
    private const int Most = 24;
    /// <summary>Who asks for a period first is answered first.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private readonly TablesBeside _beside;
    private readonly WhileFactsHold<string, string> _tables;
    private readonly Queue<(string Select, string Table)> _kept = [];
    private long _made;

    public KeptSales(LedgerColumns columns, DataPlace place)
    {
        _beside = new(columns, place, "sales");
        _tables = new(columns, async (select, change) =>
        {
            await Task.Delay(Patience);
            return await _beside.Make(change, connection => Sum(connection, select));
        });
    }

    private string Sum(DuckConnection connection, string select)
    {
        while (_kept.Count >= Most)
        {
            var (oldest, gone) = _kept.Dequeue();
            if (!_kept.Any(kept => kept.Select == oldest)) _tables.Forget(oldest);
            connection.Execute($"DROP TABLE {gone}");
        }
        var table = string.Create(CultureInfo.InvariantCulture, $"sales.of_creators_{++_made}");
        connection.Execute($"CREATE TABLE {table} AS {select} ORDER BY creator_id");
        _kept.Enqueue((select, table));
        return table;
    }

    /// <summary>The table that answers a SELECT of sums by <c>creator_id</c>; null while it is made: then the lines are summed.</summary>
    internal string? Of(string select) => _tables.Of(select);

    /// <summary>Ends when all is summed that was asked for so far.</summary>
    public Task Ready() => _tables.Ready();

    public void Dispose() => _beside.Dispose();
}
