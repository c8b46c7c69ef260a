using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Showrunner.Data.Backup;

/// <summary>One moment of the truth, and the counters beside its tables.</summary>
internal static partial class Snapshot
{
    /// <summary>A transaction that sees one moment and hinders no writer.</summary>
    public static Task<IAsyncDisposable> Begin(AppDb db, CancellationToken cancel) => db.IsPostgres ? BeginPostgres(db, cancel) : BeginSqlite(db, cancel);

    /// <summary>The last row number that the table's counter gave; 0 when none.</summary>
    public static Task<long> LastId(AppDb db, string table, CancellationToken cancel) => db.IsPostgres ? LastIdPostgres(db, table, cancel) : LastIdSqlite(db, table, cancel);

    /// <summary>Goes on counting behind <paramref name="last"/>.</summary>
    public static Task CountFrom(AppDb db, string table, long last, CancellationToken cancel) =>
        last == 0 ? Task.CompletedTask : db.IsPostgres ? CountFromPostgres(db, table, last, cancel) : CountFromSqlite(db, table, last, cancel);

    /// <summary>EF Core lends itself a transaction that it did not begin, and does not end it.</summary>
    private sealed class Lent(AppDb db, IDbContextTransaction used, DbTransaction own) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await used.DisposeAsync();
            await own.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
