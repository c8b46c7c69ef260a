using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Showrunner.Data.Backup;

internal static partial class Snapshot
{
    private static async Task<IAsyncDisposable> BeginSqlite(AppDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        // Deferred: takes no write lock. The first read fixes the moment.
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        var used = (await db.Database.UseTransactionAsync(transaction, cancel))!;
        await db.Database.SqlQueryRaw<long>("SELECT count(*) AS \"Value\" FROM sqlite_master").SingleAsync(cancel);
        return new Lent(db, used, transaction);
    }

    private static Task<long> LastIdSqlite(AppDb db, string table, CancellationToken cancel) =>
        db.Database.SqlQueryRaw<long>($"SELECT coalesce(max(seq), 0) AS \"Value\" FROM sqlite_sequence WHERE name = '{table}'").SingleAsync(cancel);

    private static async Task CountFromSqlite(AppDb db, string table, long last, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlRawAsync($"DELETE FROM sqlite_sequence WHERE name = '{table}'", cancel);
        await db.Database.ExecuteSqlRawAsync($"INSERT INTO sqlite_sequence (name, seq) VALUES ('{table}', {last})", cancel);
    }
}
