using System.Data;
using Microsoft.EntityFrameworkCore;

namespace Showrunner.Data.Backup;

internal static partial class Snapshot
{
    private static async Task<IAsyncDisposable> BeginPostgres(AppDb db, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.ExecuteSqlRawAsync("SET TRANSACTION READ ONLY", cancel);
        await db.Database.SqlQueryRaw<long>("SELECT count(*) AS \"Value\" FROM pg_class").SingleAsync(cancel);
        return transaction;
    }

    private static async Task<long> LastIdPostgres(AppDb db, string table, CancellationToken cancel)
    {
        var counter = await db.Database.SqlQueryRaw<string>($"SELECT pg_get_serial_sequence('\"{table}\"', 'id') AS \"Value\"").SingleAsync(cancel);
        return await db.Database.SqlQueryRaw<long>($"SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS \"Value\" FROM {counter}").SingleAsync(cancel);
    }

    private static Task CountFromPostgres(AppDb db, string table, long last, CancellationToken cancel) =>
        db.Database.ExecuteSqlRawAsync($"SELECT setval(pg_get_serial_sequence('\"{table}\"', 'id'), {last}, true)", cancel);
}
