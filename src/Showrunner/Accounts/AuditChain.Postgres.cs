using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Accounts;

internal sealed partial class AuditChain
{
    private const string PostgresLock = "SELECT pg_advisory_xact_lock(73310002)";

    /// <summary>Waits for the end of the chain to be ours until the transaction ends. SQLite's transaction has it already.</summary>
    internal static async Task Lock(AppDb db, CancellationToken cancel)
    {
        if (db.IsPostgres) await db.Database.ExecuteSqlRawAsync(PostgresLock, cancel);
    }
}
