using Showrunner.Data;
using Showrunner.DuckDb;
using Showrunner.Ledger.Columns;

namespace Showrunner.Metrics;

/// <summary>Answers from this node's columns.</summary>
public sealed class ColumnEngine(LedgerColumns columns) : IMetricEngine
{
    /// <summary>Laid under their persons already.</summary>
    public string Rows(TableShape fact) => fact.Name;

    public Task<IReadOnlyList<object?[]>> Rows(string sql, IReadOnlyList<string> parameters, CancellationToken cancel)
    {
        try { return Task.FromResult<IReadOnlyList<object?[]>>(Read(sql, parameters, cancel)); }
        catch (DuckDbException full) when (full.IsOutOfMemory) { /* asked again below */ }
        // Groups of tens of millions of lines: what a question may use otherwise is too little to put the rest on disk.
        using var room = columns.MuchRoom();
        return Task.FromResult<IReadOnlyList<object?[]>>(Read(sql, parameters, cancel));
    }

    private List<object?[]> Read(string sql, IReadOnlyList<string> parameters, CancellationToken cancel)
    {
        using var connection = columns.Connect();
        using var stop = cancel.Register(connection.Interrupt);
        using var statement = connection.Prepare(sql);
        for (var i = 0; i < parameters.Count; i++) statement.Bind(i + 1, parameters[i]);
        using var result = statement.Query();
        var rows = new List<object?[]>();
        while (result.Read())
        {
            var row = new object?[result.Columns.Count];
            for (var i = 0; i < row.Length; i++) row[i] = result.GetValue(i) switch { int small => (long)small, var value => value };
            rows.Add(row);
        }
        return rows;
    }
}
