using Showrunner.Data;
using Showrunner.Ledger.Columns;

namespace Showrunner.Metrics;

/// <summary>Answers from this node's columns.</summary>
public sealed class ColumnEngine(LedgerColumns columns) : IMetricEngine
{
    /// <summary>Laid under their persons already.</summary>
    public string Rows(TableShape fact) => fact.Name;

    public Task<IReadOnlyList<object?[]>> Rows(string sql, IReadOnlyList<string> parameters, CancellationToken cancel)
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
        return Task.FromResult<IReadOnlyList<object?[]>>(rows);
    }
}
