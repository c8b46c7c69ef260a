using Showrunner.DuckDb;

namespace Showrunner.Data;

/// <summary>Moves many rows into the truth inside the caller's transaction: COPY on PostgreSQL, prepared inserts on SQLite.</summary>
public static partial class TruthWriter
{
    /// <summary>Writes every row of <paramref name="rows"/>, whose columns stand in the order of <paramref name="columns"/>.</summary>
    /// <returns>How many rows were written.</returns>
    public static long Copy(AppDb db, string table, IReadOnlyList<ColumnShape> columns, DuckResult rows, Action<long>? written, CancellationToken cancel) =>
        db.IsPostgres ? CopyPostgres(db, table, columns, rows, written, cancel) : CopySqlite(db, table, columns, rows, written, cancel);

    /// <summary>Makes a session-local table of the given columns, empty, to be joined with afterwards.</summary>
    public static string TemporaryTable(AppDb db, string name, IReadOnlyList<ColumnShape> columns)
    {
        var types = columns.Select(c => c.Name + " " + (db.IsPostgres ? PostgresType(c.Type) : SqliteType(c.Type)));
        return $"DROP TABLE IF EXISTS {name}; CREATE TEMPORARY TABLE {name} ({string.Join(", ", types)});";
    }

    /// <summary>Reserves <paramref name="count"/> row numbers in a row and returns the first. The caller holds the ledger's lock.</summary>
    public static Task<long> ReserveIds(AppDb db, string table, long count, CancellationToken cancel) =>
        db.IsPostgres ? ReservePostgres(db, table, count, cancel) : ReserveSqlite(db, table, cancel);

    /// <summary>One writer of the ledger at a time, until the transaction ends.</summary>
    public static Task LockLedger(AppDb db, CancellationToken cancel) =>
        db.IsPostgres ? LockPostgres(db, cancel) : Task.CompletedTask; // SQLite has one writer anyway
}
