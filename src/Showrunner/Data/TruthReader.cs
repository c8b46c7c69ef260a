using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Showrunner.DuckDb;

namespace Showrunner.Data;

/// <summary>Moves many rows out of the truth into a table of the columns.</summary>
public static class TruthReader
{
    /// <summary>Runs <paramref name="sql"/>, whose columns stand in the order of <paramref name="columns"/>, and appends every row.</summary>
    public static async Task<long> Fill(AppDb db, string sql, IReadOnlyList<ColumnShape> columns, DuckAppender into, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = 0;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            await using var reader = await command.ExecuteReaderAsync(cancel);
            var postgres = db.IsPostgres;
            var count = 0L;
            while (await reader.ReadAsync(cancel))
            {
                for (var i = 0; i < columns.Count; i++) Append(reader, i, columns[i].Type, postgres, into);
                into.EndRow();
                count++;
            }
            return count;
        }
        finally { await db.Database.CloseConnectionAsync(); }
    }

    private static void Append(DbDataReader reader, int i, ColumnType type, bool postgres, DuckAppender into)
    {
        if (reader.IsDBNull(i)) { into.AppendNull(); return; }
        switch (type)
        {
            case ColumnType.Long: into.Append(reader.GetInt64(i)); break;
            case ColumnType.Text: into.Append(reader.GetString(i)); break;
            case ColumnType.Bool: into.Append(reader.GetBoolean(i)); break;
            case ColumnType.Day:
                into.Append(postgres ? reader.GetFieldValue<DateOnly>(i) : DateOnly.ParseExact(reader.GetString(i), "yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                into.Append(postgres ? reader.GetFieldValue<DateTimeOffset>(i) : Instants.FromMicroseconds(reader.GetInt64(i)));
                break;
        }
    }
}
