using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.DuckDb;
using Showrunner.Ledger.Columns;

namespace Showrunner.Ledger.Loading;

/// <summary>Which import brings the rows, and into which market.</summary>
public sealed record LoadOrder(long ImportId, long MarketId, bool IsDemo = false);

/// <summary>What a load did: new rows, rows the ledger already had word for word, rows whose figures a newer file restated.</summary>
public readonly record struct LoadCounts(long ChangeId, long Loaded, long Unchanged, long Restated);

/// <summary>
/// Takes a stage into the ledger: one transaction of the truth, then the columns. Rows are compared with the columns, which
/// hold what the truth holds; the truth's natural key stands guard should they ever differ.
/// </summary>
public sealed partial class LoadFacts(LedgerColumns columns, DataPlace place, TimeProvider clock)
{
    private const int New = 0, Unchanged = 1, Restated = 2;

    public Stage OpenStage(long importId) => new(columns, place.Sub("columns"), importId);

    /// <param name="db">The truth; the load is its own transaction.</param>
    /// <param name="stage">All rows of the file; nothing is added any more.</param>
    /// <param name="order">Who brings them.</param>
    /// <param name="inTruth">What else belongs to the same transaction: the import's own row, the audit trail.</param>
    /// <param name="written">Rows written so far, of how many.</param>
    /// <param name="cancel">Until the commit nothing has happened.</param>
    public async Task<LoadCounts> Handle(AppDb db, Stage stage, LoadOrder order, Func<LoadCounts, Task> inTruth, Action<long, long> written, CancellationToken cancel)
    {
        stage.Close();
        using var hold = await columns.HoldForWriting(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TruthWriter.LockLedger(db, cancel);
        await columns.Follow(db, cancel);

        var change = new LedgerChange { Kind = LedgerChange.Load, ImportId = order.ImportId, At = clock.GetUtcNow() };
        db.Add(change);
        await db.SaveChangesAsync(cancel);

        await Resolve(db, stage.Connection, order, change.Id, cancel);
        foreach (var fact in Facts.All.Where(stage.Has))
        {
            Compare(stage.Connection, fact, order, change.Id);
            await Write(db, stage.Connection, fact, change.Id, Count(stage.Connection, $"SELECT verdict FROM stage.work_{fact.Name}"), written, cancel);
        }
        var counts = CountRows(stage) with { ChangeId = change.Id };
        await inTruth(counts);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);

        await ApplyToColumns(db, stage, change.Id);
        return counts;
    }

    /// <summary>work_FACT: the rows with their row numbers, which occurrence of their key they are, and whether the ledger knows them.</summary>
    private static void Compare(DuckConnection stage, TableShape fact, LoadOrder order, long changeId)
    {
        stage.Execute($"""
            CREATE TABLE stage.twin_{fact.Name} AS
              SELECT row_no, row_number() OVER (PARTITION BY creator_handle, product_no, {OwnKeys(fact, "")} ORDER BY row_no) - 1 AS occurrence
              FROM stage.{fact.Name} WHERE key_hash IN (SELECT key_hash FROM stage.{fact.Name} GROUP BY key_hash HAVING count(*) > 1);
            """);
        var isSame = string.Join(" AND ", Facts.FiguresOf(fact).Select(c => $"o.{c.Name} IS NOT DISTINCT FROM {Source(c.Name)}"));
        var values = string.Join(", ", fact.Columns.Where(c => c.Name is not ("import_id" or "change_id")).Select(c => $"{Source(c.Name)} AS {c.Name}"));
        stage.Execute($"""
            CREATE TABLE stage.work_{fact.Name} AS
              SELECT s.row_no, {values}, {order.ImportId}::BIGINT AS import_id, {changeId}::BIGINT AS change_id,
                CASE WHEN o.market_id IS NULL THEN {New} WHEN {isSame} THEN {Unchanged} ELSE {Restated} END AS verdict
              FROM stage.{fact.Name} s
              LEFT JOIN stage.creator_id c ON c.handle = s.creator_handle
              LEFT JOIN stage.product_id p ON p.product_no = s.product_no
              LEFT JOIN stage.shop_id h ON h.shop_no = s.shop_no
              LEFT JOIN stage.twin_{fact.Name} t ON t.row_no = s.row_no
              LEFT JOIN {fact.Name} o ON {string.Join(" AND ", fact.Keys.Select(k => $"o.{k.Name} = {Source(k.Name)}"))};
            """);

        string Source(string column) => column switch
        {
            "market_id" => order.MarketId + "::BIGINT",
            "creator_id" => "coalesce(c.id, 0)",
            "product_id" => "coalesce(p.id, 0)",
            "shop_id" => "coalesce(h.id, 0)",
            "occurrence" => "coalesce(t.occurrence, 0)",
            _ => "s." + column,
        };
    }

    private static string OwnKeys(TableShape fact, string prefix) => string.Join(", ",
        fact.Keys.Where(k => k.Name is not ("market_id" or "creator_id" or "product_id" or "occurrence")).Select(k => prefix + k.Name));

    /// <summary>Rows of the file, not facts: a row is restated when any of its facts is, new when any is new.</summary>
    private static LoadCounts CountRows(Stage stage)
    {
        var works = Facts.All.Where(stage.Has).Select(f => f.Name).Append("product").ToList();
        if (works is ["order_line", "product"]) return Count(stage.Connection, "SELECT verdict FROM stage.work_order_line"); // one row, one fact
        return Count(stage.Connection, $"""
            SELECT CASE WHEN max(verdict) = {Restated} THEN {Restated} WHEN min(verdict) = {New} THEN {New} ELSE {Unchanged} END AS verdict
            FROM ({string.Join(" UNION ALL ", works.Select(w => $"SELECT row_no, verdict FROM stage.work_{w}"))}) GROUP BY row_no
            """);
    }

    private static LoadCounts Count(DuckConnection stage, string verdicts)
    {
        var counts = new long[3];
        using var result = stage.Query($"SELECT verdict, count(*) FROM ({verdicts}) GROUP BY verdict");
        while (result.Read()) counts[result.GetInt32(0)] = result.GetInt64(1);
        return new LoadCounts(0, counts[New], counts[Unchanged], counts[Restated]);
    }

    private static async Task Write(AppDb db, DuckConnection stage, TableShape fact, long changeId, LoadCounts found, Action<long, long> written, CancellationToken cancel)
    {
        var total = found.Loaded + found.Restated;
        if (found.Loaded > 0)
        {
            // In SQLite the key is the table: rows in its order fill page after page instead of splitting them.
            var inOrder = db.IsPostgres ? "" : $" ORDER BY {string.Join(", ", fact.Keys.Select(k => k.Name))}";
            using var rows = stage.Query($"SELECT {fact.List()} FROM stage.work_{fact.Name} WHERE verdict = {New}{inOrder}");
            TruthWriter.Copy(db, fact.Name, fact.Columns, rows, count => written(count, total), cancel);
        }
        if (found.Restated == 0) return;
        await db.Database.ExecuteSqlRawAsync(TruthWriter.TemporaryTable(db, "restating", fact.Columns), cancel);
        using (var rows = stage.Query($"SELECT {fact.List()} FROM stage.work_{fact.Name} WHERE verdict = {Restated}"))
            TruthWriter.Copy(db, "restating", fact.Columns, rows, count => written(found.Loaded + count, total), cancel);
        var history = Facts.HistoryOf(fact);
        await db.Database.ExecuteSqlRawAsync($"""
            INSERT INTO {history.Name} ({history.List()}) SELECT {fact.List("o.")}, {changeId} FROM {fact.Name} o JOIN restating r ON {fact.SameKey("o", "r")};
            UPDATE {fact.Name} SET {string.Join(", ", fact.Values.Select(v => $"{v.Name} = r.{v.Name}"))} FROM restating r WHERE {fact.SameKey(fact.Name, "r")};
            DROP TABLE restating;
            """, cancel);
    }

    private async Task ApplyToColumns(AppDb db, Stage stage, long changeId)
    {
        var connection = stage.Connection;
        connection.Execute("BEGIN");
        foreach (var fact in Facts.All.Where(stage.Has))
        {
            var order = fact.Columns.Any(c => c.Name == "day") ? " ORDER BY day" : "";
            connection.Execute($"""
                DELETE FROM {fact.Name} t USING (SELECT * FROM stage.work_{fact.Name} WHERE verdict = {Restated}) w WHERE {fact.SameKey("t", "w")};
                INSERT INTO {fact.Name} SELECT {fact.List()} FROM stage.work_{fact.Name} WHERE verdict <> {Unchanged}{order};
                """);
        }
        await LedgerColumns.ApplyPeople(db, connection, changeId, CancellationToken.None);
        columns.MarkApplied(connection, changeId);
    }
}
