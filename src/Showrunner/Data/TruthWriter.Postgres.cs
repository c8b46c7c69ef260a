using Microsoft.EntityFrameworkCore;
using Npgsql;
using Showrunner.DuckDb;

namespace Showrunner.Data;

public static partial class TruthWriter
{
    private static string PostgresType(ColumnType type) => type switch
    {
        ColumnType.Long => "bigint",
        ColumnType.Text => "text",
        ColumnType.Day => "date",
        ColumnType.Bool => "boolean",
        _ => "timestamptz",
    };

    private static long CopyPostgres(AppDb db, string table, IReadOnlyList<ColumnShape> columns, DuckResult rows, Action<long>? written, CancellationToken cancel)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        using var copy = connection.BeginRawBinaryCopy($"COPY {table} ({string.Join(", ", columns.Select(c => c.Name))}) FROM STDIN (FORMAT BINARY)");
        var wire = new PostgresWire(copy);
        var total = 0L;
        try
        {
            wire.Header();
            while (rows.NextChunk() is { } chunk)
            {
                cancel.ThrowIfCancellationRequested();
                using (chunk)
                {
                    wire.Rows(chunk, columns);
                    total += chunk.Count;
                }
                written?.Invoke(total);
            }
            wire.Trailer();
        }
        catch
        {
            copy.Cancel();
            throw;
        }
        return total;
    }

    private static async Task<long> ReservePostgres(AppDb db, string table, long count, CancellationToken cancel) =>
        await db.Database.SqlQueryRaw<long>(
            $"SELECT setval(pg_get_serial_sequence('{table}', 'id'), nextval(pg_get_serial_sequence('{table}', 'id')) + {count - 1}) - {count - 1} AS \"Value\"")
            .SingleAsync(cancel);

    private static Task LockPostgres(AppDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7301)", cancel);
}
