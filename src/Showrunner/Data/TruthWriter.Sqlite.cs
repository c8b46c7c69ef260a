using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Showrunner.DuckDb;
using SQLitePCL;

namespace Showrunner.Data;

public static partial class TruthWriter
{
    private static string SqliteType(ColumnType type) => type is ColumnType.Text or ColumnType.Day ? "TEXT" : "INTEGER";

    private static long CopySqlite(AppDb db, string table, IReadOnlyList<ColumnShape> columns, DuckResult rows, Action<long>? written, CancellationToken cancel)
    {
        var handle = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        var sql = $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => c.Name))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        Check(handle, raw.sqlite3_prepare_v2(handle, sql, out var insert));
        var total = 0L;
        using (insert)
        {
            while (rows.NextChunk() is { } chunk)
            {
                cancel.ThrowIfCancellationRequested();
                using (chunk)
                {
                    for (var row = 0; row < chunk.Count; row++)
                    {
                        for (var column = 0; column < columns.Count; column++) Bind(insert, chunk, column, columns[column].Type, row);
                        var result = raw.sqlite3_step(insert);
                        if (result != raw.SQLITE_DONE) Check(handle, result);
                        raw.sqlite3_reset(insert);
                    }
                    total += chunk.Count;
                }
                written?.Invoke(total);
            }
        }
        return total;
    }

    private static void Bind(sqlite3_stmt insert, DuckChunk chunk, int column, ColumnType type, int row)
    {
        var place = column + 1;
        if (chunk.IsNull(column, row)) { raw.sqlite3_bind_null(insert, place); return; }
        switch (type)
        {
            case ColumnType.Long: raw.sqlite3_bind_int64(insert, place, chunk.Int64(column)[row]); break;
            case ColumnType.Instant: raw.sqlite3_bind_int64(insert, place, chunk.Micros(column)[row]); break;
            case ColumnType.Bool: raw.sqlite3_bind_int64(insert, place, chunk.Bool(column)[row] ? 1 : 0); break;
            case ColumnType.Day:
                Span<byte> day = stackalloc byte[10];
                chunk.Date(column, row).TryFormat(day, out _, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                raw.sqlite3_bind_text(insert, place, day);
                break;
            default:
                var text = chunk.Utf8(column, row);
                if (text.IsEmpty) raw.sqlite3_bind_text(insert, place, ""); // an empty span would bind NULL
                else raw.sqlite3_bind_text(insert, place, text);
                break;
        }
    }

    internal static void Check(sqlite3 handle, int result)
    {
        if (result is raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW) return;
        throw new SqliteException(raw.sqlite3_errmsg(handle).utf8_to_string(), result & 0xff, result);
    }

    private static async Task<long> ReserveSqlite(AppDb db, string table, CancellationToken cancel) =>
        await db.Database.SqlQueryRaw<long>(
            $"SELECT 1 + max((SELECT coalesce(max(id), 0) FROM {table}), (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = '{table}')) AS \"Value\"")
            .SingleAsync(cancel);
}
