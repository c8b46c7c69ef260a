using System.Buffers.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Showrunner.DuckDb;
using SQLitePCL;

namespace Showrunner.Data;

public static partial class TruthReader
{
    private static long FillSqlite(AppDb db, string sql, IReadOnlyList<ColumnShape> columns, DuckAppender into, CancellationToken cancel)
    {
        var handle = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        TruthWriter.Check(handle, raw.sqlite3_prepare_v2(handle, sql, out var select));
        var count = 0L;
        using (select)
            while (raw.sqlite3_step(select) is var result && result != raw.SQLITE_DONE)
            {
                TruthWriter.Check(handle, result);
                for (var i = 0; i < columns.Count; i++) Append(select, i, columns[i].Type, into);
                into.EndRow();
                if ((++count & 0xfff) == 0) cancel.ThrowIfCancellationRequested();
            }
        return count;
    }

    private static void Append(sqlite3_stmt row, int i, ColumnType type, DuckAppender into)
    {
        if (raw.sqlite3_column_type(row, i) == raw.SQLITE_NULL) { into.AppendNull(); return; }
        switch (type)
        {
            case ColumnType.Long: into.Append(raw.sqlite3_column_int64(row, i)); break;
            case ColumnType.Text: into.Append(raw.sqlite3_column_blob(row, i)); break;
            case ColumnType.Bool: into.Append(raw.sqlite3_column_int64(row, i) != 0); break;
            case ColumnType.Day: into.Append(Day(raw.sqlite3_column_blob(row, i))); break;
            default: into.AppendMicros(raw.sqlite3_column_int64(row, i)); break;
        }
    }

    /// <summary>yyyy-MM-dd</summary>
    private static DateOnly Day(ReadOnlySpan<byte> text) =>
        text.Length == 10 && Utf8Parser.TryParse(text[..4], out int year, out _) && Utf8Parser.TryParse(text[5..7], out int month, out _) && Utf8Parser.TryParse(text[8..], out int day, out _)
            ? new DateOnly(year, month, day)
            : throw new FormatException($"The ledger holds a day that is none: {System.Text.Encoding.UTF8.GetString(text)}");
}
