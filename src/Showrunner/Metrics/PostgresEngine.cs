using Microsoft.EntityFrameworkCore;
using Npgsql;
using Showrunner.Data;

namespace Showrunner.Metrics;

/// <summary>Answers from the truth itself, where the rows lie.</summary>
public sealed class PostgresEngine(AppDb db) : IMetricEngine
{
    public string Rows(TableShape fact) =>
        $"(SELECT {string.Join(", ", fact.Columns.Select(c => c.Name == "creator_id" ? "coalesce(m.merged_into_id, t.creator_id) AS creator_id" : "t." + c.Name))} FROM {fact.Name} t LEFT JOIN creator m ON m.id = t.creator_id AND m.merged_into_id IS NOT NULL)";

    public async Task<IReadOnlyList<object?[]>> Rows(string sql, IReadOnlyList<string> parameters, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
            foreach (var parameter in parameters) command.Parameters.Add(new NpgsqlParameter { Value = parameter });
            await using var reader = await command.ExecuteReaderAsync(cancel);
            var rows = new List<object?[]>();
            while (await reader.ReadAsync(cancel))
            {
                var row = new object?[reader.FieldCount];
                for (var i = 0; i < row.Length; i++)
                    row[i] = reader.IsDBNull(i) ? null : reader.GetDataTypeName(i) == "date" ? reader.GetFieldValue<DateOnly>(i) : reader.GetValue(i) switch { int small => (long)small, var value => value };
                rows.Add(row);
            }
            return rows;
        }
        finally { await db.Database.CloseConnectionAsync(); }
    }
}
