using Microsoft.EntityFrameworkCore;
using Npgsql;
using Showrunner.DuckDb;

namespace Showrunner.Data;

public static partial class TruthReader
{
    private static async Task<long> FillPostgres(AppDb db, string sql, IReadOnlyList<ColumnShape> columns, DuckAppender into, CancellationToken cancel)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY ({sql}) TO STDOUT (FORMAT BINARY)", cancel);
        var rows = new PostgresRows(copy);
        rows.Header();
        var count = 0L;
        while (rows.Next() is var values && values >= 0)
        {
            if (values != columns.Count) throw new InvalidOperationException($"PostgreSQL sent {values} values for {columns.Count} columns.");
            foreach (var column in columns) Append(rows, column.Type, into);
            into.EndRow();
            if ((++count & 0xfff) == 0) cancel.ThrowIfCancellationRequested();
        }
        return count;
    }

    private static void Append(PostgresRows rows, ColumnType type, DuckAppender into)
    {
        if (!rows.Value(out var bytes)) { into.AppendNull(); return; }
        switch (type)
        {
            case ColumnType.Long: into.Append(PostgresRows.Long(bytes)); break;
            case ColumnType.Text: into.Append(bytes); break;
            case ColumnType.Bool: into.Append(bytes[0] != 0); break;
            case ColumnType.Day: into.Append(PostgresRows.Day(bytes)); break;
            default: into.AppendMicros(PostgresRows.Micros(bytes)); break;
        }
    }
}
