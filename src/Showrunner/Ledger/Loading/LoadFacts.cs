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
    /// <summary>As many as can be sorted or matched in little memory.</summary>
    private const long RowsAtOnce = 50_000, ManyNames = 100_000;

    public Stage OpenStage(IReadOnlyList<string>? untold = null) => new(columns, place.Sub("columns")) { Untold = untold ?? [] };

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

        var change = new LedgerChange { Kind = LedgerChange.Load, ImportId = order.ImportId, At = clock.GetUtcNow(), Untold = string.Join(',', stage.Untold) };
        db.Add(change);
        await db.SaveChangesAsync(cancel);

        NoteNames(stage.Connection);
        // Names are sorted and joined as a whole, unlike rows.
        using var room = Scalar(stage.Connection, "SELECT approx_count_distinct(handle) FROM stage.creator_seen") > ManyNames ? columns.MuchRoom() : null;
        await Resolve(db, stage.Connection, order, change.Id, cancel);
        foreach (var fact in Facts.All.Where(stage.Has)) Compare(stage, fact, order, change.Id);
        // Nobody sees the columns' rows before the truth has committed: a connection that ends takes its open transaction with it.
        using var beside = columns.Connect();
        foreach (var fact in Facts.All.Where(stage.Has)) await Write(db, stage, fact, order, change.Id, written, cancel);
        var counts = CountRows(stage) with { ChangeId = change.Id };
        await inTruth(counts);
        await db.SaveChangesAsync(cancel);
        FillColumns(beside, stage, order, change.Id, cancel);
        await transaction.CommitAsync(CancellationToken.None);
        await LedgerColumns.ApplyPeople(db, beside, change.Id, CancellationToken.None);
        columns.MarkApplied(beside, change.Id);
        return counts;
    }

    /// <summary>
    /// twin_FACT: which occurrence of its key a fact is, where a key comes twice. known_FACT: the facts that the ledger has, and
    /// whether word for word in what the file can know, with the values of what it cannot. Only the facts themselves are stored whole;
    /// these say little about each.
    /// </summary>
    private static void Compare(Stage from, TableShape fact, LoadOrder order, long changeId)
    {
        var stage = from.Connection;
        stage.Execute($"""
            CREATE TABLE stage.twin_{fact.Name} AS
              SELECT rowid AS fact_no, row_number() OVER (PARTITION BY creator_handle, product_no, {OwnKeys(fact, "")} ORDER BY {(Stage.IsOfCampaigns(fact) ? "part, " : "")}rowid) - 1 AS occurrence
              FROM stage.{fact.Name} WHERE key_hash IN (SELECT key_hash FROM stage.{fact.Name} GROUP BY key_hash HAVING count(*) > 1);
            CREATE TABLE stage.known_{fact.Name} (fact_no BIGINT, verdict INTEGER);
            """);
        if (Scalar(stage, $"SELECT count(*) FROM (SELECT 1 FROM {fact.Name} WHERE market_id = {order.MarketId} LIMIT 1)") == 0) return;
        from.Meets(fact);
        var kept = from.KeptOf(fact);
        foreach (var column in fact.Columns.Where(c => kept.Contains(c.Name))) stage.Execute($"ALTER TABLE stage.known_{fact.Name} ADD COLUMN {column.Name} {ColumnSchema.Type(column.Type)}");
        // The number of an order says nothing that its text does not, but lets whole blocks of the ledger be skipped.
        var keys = fact.Keys.Select(k => k.Name).Concat(fact.Has("order_key") ? ["order_key"] : []);
        // Every thread holds a block of each of the ledger's columns while it looks for the batch's rows: one is enough.
        var threads = Scalar(stage, "SELECT current_setting('threads')");
        stage.Execute("SET threads = 1");
        try
        {
            foreach (var (first, last) in Batches(stage, fact))
                stage.Execute($"""
                    CREATE TABLE stage.batch AS {Batch(from, fact, order, changeId, first, last)};
                    INSERT INTO stage.known_{fact.Name} ({string.Join(", ", kept.Prepend("verdict").Prepend("fact_no"))})
                      SELECT b.fact_no, CASE WHEN {string.Join(" AND ", Facts.FiguresOf(fact).Where(c => !kept.Contains(c.Name)).Select(c => $"o.{c.Name} IS NOT DISTINCT FROM b.{c.Name}"))} THEN {Unchanged} ELSE {Restated} END{string.Concat(kept.Select(k => ", o." + k))}
                      FROM {fact.Name} o JOIN stage.batch b ON {string.Join(" AND ", keys.Select(k => $"o.{ColumnSchema.OfKey(k)} = b.{k}"))};
                    DROP TABLE stage.batch;
                    """);
        }
        finally { stage.Execute($"SET threads = {threads}"); }
    }

    /// <summary>Facts are numbered as they came; so many at a time can be matched and sorted in little memory.</summary>
    private static IEnumerable<(long First, long Last)> Batches(DuckConnection stage, TableShape fact)
    {
        var all = Scalar(stage, $"SELECT count(*) FROM stage.{fact.Name}");
        for (var first = 0L; first < all; first += RowsAtOnce) yield return (first, first + RowsAtOnce - 1);
    }

    /// <summary>A batch as the ledger keeps it, with row numbers for names, and the verdict: new, unchanged or restated.</summary>
    private static string Batch(Stage stage, TableShape fact, LoadOrder order, long changeId, long first, long last)
    {
        var kept = stage.KeptOf(fact);
        return $"""
            SELECT s.rowid AS fact_no, {string.Join(", ", fact.Columns.Select(c => $"{(kept.Contains(c.Name) ? $"CASE WHEN k.fact_no IS NULL THEN {Source(c.Name)} ELSE k.{c.Name} END" : Source(c.Name))} AS {c.Name}"))}, coalesce(k.verdict, {New}) AS verdict
              FROM stage.{fact.Name} s
              LEFT JOIN stage.creator_id c ON c.handle = s.creator_handle
              LEFT JOIN stage.product_id p ON p.product_no = s.product_no
              LEFT JOIN stage.shop_id h ON h.shop_no = s.shop_no
              {(Stage.IsOfCampaigns(fact) ? "LEFT JOIN stage.campaign_of g ON g.n = s.campaign_n" : "")}
              LEFT JOIN stage.twin_{fact.Name} t ON t.fact_no = s.rowid
              LEFT JOIN (SELECT * FROM stage.known_{fact.Name} WHERE fact_no BETWEEN {first} AND {last}) k ON k.fact_no = s.rowid
              WHERE s.rowid BETWEEN {first} AND {last}
            """;

        string Source(string column) => column switch
        {
            "market_id" => order.MarketId + "::BIGINT",
            "creator_id" => "coalesce(c.id, 0)",
            "product_id" => "coalesce(p.id, 0)",
            "shop_id" => "coalesce(h.id, 0)",
            Facts.Campaign => "g.id",
            "occurrence" => "coalesce(t.occurrence, 0)",
            "import_id" => order.ImportId + "::BIGINT",
            "change_id" => changeId + "::BIGINT",
            _ => "s." + column,
        };
    }

    private static string OwnKeys(TableShape fact, string prefix) => string.Join(", ",
        fact.Keys.Where(k => k.Name is not ("market_id" or "creator_id" or "product_id" or "occurrence")).Select(k => prefix + k.Name));

    /// <summary>Rows of the file, not facts: a row is restated when any of its facts is, new when any is new.</summary>
    private static LoadCounts CountRows(Stage stage)
    {
        var works = Facts.All.Where(stage.Has).Select(f => $"SELECT s.row_no, coalesce(k.verdict, {New}) AS verdict FROM stage.{f.Name} s LEFT JOIN stage.known_{f.Name} k ON k.fact_no = s.rowid");
        return Count(stage.Connection, $"""
            SELECT CASE WHEN max(verdict) = {Restated} THEN {Restated} WHEN min(verdict) = {New} THEN {New} ELSE {Unchanged} END AS verdict
            FROM ({string.Join(" UNION ALL ", works.Append("SELECT row_no, verdict FROM stage.work_product").Append("SELECT row_no, verdict FROM stage.work_creator"))}) GROUP BY row_no
            """);
    }

    private static LoadCounts Count(DuckConnection stage, string verdicts)
    {
        var counts = new long[3];
        using var result = stage.Query($"SELECT verdict, count(*) FROM ({verdicts}) GROUP BY verdict");
        while (result.Read()) counts[result.GetInt32(0)] = result.GetInt64(1);
        return new LoadCounts(0, counts[New], counts[Unchanged], counts[Restated]);
    }

    private static async Task Write(AppDb db, Stage from, TableShape fact, LoadOrder order, long changeId, Action<long, long> written, CancellationToken cancel)
    {
        var stage = from.Connection;
        var batches = Batches(stage, fact).ToList();
        var known = Count(stage, $"SELECT verdict FROM stage.known_{fact.Name}");
        var (done, total) = (0L, Scalar(stage, $"SELECT count(*) FROM stage.{fact.Name}") - known.Unchanged);
        if (total > known.Restated) Copy(New, fact.Name);
        if (known.Restated == 0) return;
        await db.Database.ExecuteSqlRawAsync(TruthWriter.TemporaryTable(db, "restating", fact.Columns), cancel);
        Copy(Restated, "restating");
        var history = Facts.HistoryOf(fact);
        await db.Database.ExecuteSqlRawAsync($"""
            INSERT INTO {history.Name} ({history.List()}) SELECT {fact.List("o.")}, {changeId} FROM {fact.Name} o JOIN restating r ON {fact.SameKey("o", "r")};
            UPDATE {fact.Name} SET {string.Join(", ", fact.Values.Select(v => $"{v.Name} = r.{v.Name}"))} FROM restating r WHERE {fact.SameKey(fact.Name, "r")};
            DROP TABLE restating;
            """, cancel);

        void Copy(int verdict, string table)
        {
            // In SQLite the key is the table: rows in its order fill page after page instead of splitting them.
            var inOrder = db.IsPostgres ? "" : $" ORDER BY {string.Join(", ", fact.Keys.Select(k => k.Name))}";
            foreach (var (first, last) in batches)
            {
                using var rows = stage.Query($"SELECT {fact.List()} FROM ({Batch(from, fact, order, changeId, first, last)}) WHERE verdict = {verdict}{inOrder}");
                done += TruthWriter.Copy(db, table, fact.Columns, rows, count => written(done + count, total), cancel);
            }
        }
    }

    /// <summary>In a transaction that stays open; days in order let later questions skip what lies outside their period.</summary>
    private static void FillColumns(DuckConnection into, Stage stage, LoadOrder order, long changeId, CancellationToken cancel)
    {
        var from = stage.Connection;
        from.Execute($"CREATE TABLE stage.merged AS {LedgerColumns.Merged} AND market_id = {order.MarketId}");
        into.Execute("BEGIN");
        foreach (var fact in Facts.All.Where(stage.Has))
        {
            var inOrder = stage.IsInDays || !fact.Has("day") ? "" : " ORDER BY f.day";
            var isRestated = Scalar(from, $"SELECT count(*) FROM stage.known_{fact.Name} WHERE verdict = {Restated}") > 0;
            var batches = Batches(from, fact).ToList();
            foreach (var (first, last) in isRestated ? batches : [])
                into.Execute($"DELETE FROM {fact.Name} t USING ({Batch(stage, fact, order, changeId, first, last)}) w WHERE w.verdict = {Restated} AND {ColumnSchema.SameFact(fact, "t", "w")}");
            // Chunk by chunk: an INSERT … SELECT holds as many half-filled row groups as the machine has threads.
            using var appender = into.Appender(fact.Name);
            foreach (var (first, last) in batches)
            {
                using var rows = from.Query($"{ColumnSchema.Lay(fact, $"({Batch(stage, fact, order, changeId, first, last)})", "stage.merged")} WHERE f.verdict <> {Unchanged}{inOrder}");
                while (rows.NextChunk() is { } chunk)
                {
                    cancel.ThrowIfCancellationRequested();
                    using (chunk) appender.Append(chunk);
                }
            }
        }
    }
}
