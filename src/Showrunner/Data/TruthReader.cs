using Microsoft.EntityFrameworkCore;
using Showrunner.DuckDb;

namespace Showrunner.Data;

/// <summary>Moves many rows out of the truth into a table of the columns: bytes as they lie on PostgreSQL's wire or in SQLite's page, no text made on the way.</summary>
public static partial class TruthReader
{
    /// <summary>Runs <paramref name="sql"/>, whose columns stand in the order of <paramref name="columns"/>, and appends every row.</summary>
    /// <returns>How many rows were appended.</returns>
    public static async Task<long> Fill(AppDb db, string sql, IReadOnlyList<ColumnShape> columns, DuckAppender into, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            return db.IsPostgres ? await FillPostgres(db, sql, columns, into, cancel) : FillSqlite(db, sql, columns, into, cancel);
        }
        finally { await db.Database.CloseConnectionAsync(); }
    }
}
