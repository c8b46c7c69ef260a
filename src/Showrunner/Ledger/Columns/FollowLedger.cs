using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.DuckDb;

namespace Showrunner.Ledger.Columns;

// How the columns come to equal the truth: change by change, or all at once when there is nothing or something is doubted.
public sealed partial class LedgerColumns
{
    private const int FewChanges = 50;

    /// <summary>Brings the columns up to the truth's latest change and returns its number. A person reads what he wrote.</summary>
    public async Task<long> CatchUp(AppDb db, CancellationToken cancel)
    {
        _ = Database;
        var latest = await Latest(db, cancel);
        if (latest == Applied) return latest;
        await _writing.WaitAsync(cancel);
        try { return await Follow(db, cancel); }
        finally { _writing.Release(); }
    }

    /// <summary>Throws the copy away and makes it anew from the truth.</summary>
    public async Task Rebuild(AppDb db, CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        try { await FillAll(db, await Latest(db, cancel), cancel); }
        finally { _writing.Release(); }
    }

    /// <summary>The loader holds this while it compares its rows with the columns and applies them.</summary>
    internal async Task<IDisposable> HoldForWriting(CancellationToken cancel)
    {
        _ = Database;
        await _writing.WaitAsync(cancel);
        return new Hold(_writing);
    }

    internal async Task<long> Follow(AppDb db, CancellationToken cancel)
    {
        var latest = await Latest(db, cancel);
        if (latest == Applied) return latest;
        var changes = Applied < 0 ? [] : await db.LedgerChanges.Where(c => c.Id > Applied).OrderBy(c => c.Id).Take(FewChanges + 1).ToListAsync(cancel);
        if (Applied < 0 || latest < Applied || changes.Count > FewChanges || !await ApplyAll(db, changes, cancel)) await FillAll(db, latest, cancel);
        return Applied;
    }

    /// <summary>False where a change cannot be taken in (too large for the memory, or the copy is broken): then all is made anew.</summary>
    private async Task<bool> ApplyAll(AppDb db, List<LedgerChange> changes, CancellationToken cancel)
    {
        try
        {
            foreach (var change in changes) await Apply(db, change, cancel);
            return true;
        }
        catch (DuckDbException problem) when (!DiskFull.Is(problem))
        {
            log.LogWarning("The columns could not follow the ledger ({Reason}); they are made anew from it", problem.Message);
            return false;
        }
    }

    private static async Task<long> Latest(AppDb db, CancellationToken cancel) =>
        await db.LedgerChanges.MaxAsync(c => (long?)c.Id, cancel) ?? 0;

    /// <summary>
    /// The truth hands its rows over as they lie there, into a file beside; from there they are taken in the order of
    /// markets and days, which lets later questions skip what lies outside their market and period.
    /// </summary>
    private async Task FillAll(AppDb db, long latest, CancellationToken cancel)
    {
        var tables = Facts.All.Concat(ColumnSchema.People).ToList();
        using var connection = Connect();
        using var beside = new FileBeside(connection, place.Sub("columns"), "filling");
        connection.Execute("BEGIN");
        foreach (var table in tables)
        {
            connection.Execute(ColumnSchema.Create(table, "filling." + table.Name));
            using var into = connection.Appender(table.Name);
            await TruthReader.Fill(db, $"SELECT {table.List()} FROM {table.Name}", table.Columns, into, cancel);
            into.Flush();
        }
        connection.Execute("COMMIT");
        beside.Leave();
        using var room = MuchRoom();
        try
        {
            connection.Execute("BEGIN");
            foreach (var table in tables)
                connection.Execute($"DROP TABLE IF EXISTS {table.Name}; CREATE TABLE {table.Name} AS {Filled(table)}{(table.Has("day") ? " ORDER BY f.market_id, f.day" : "")}");
            connection.Execute($"CREATE OR REPLACE TABLE columns_state (applied BIGINT); INSERT INTO columns_state VALUES ({latest}); COMMIT");
        }
        catch
        {
            connection.Execute("ROLLBACK");
            throw;
        }
        Set(latest);
        try { connection.Execute("CHECKPOINT"); }
        catch (DuckDbException busy) when (busy.Message.Contains("Cannot CHECKPOINT", StringComparison.Ordinal))
        {
            // Somebody writes meanwhile: what was laid down is safe in the log beside, and the next change takes it in.
        }
    }

    /// <summary>People and things as they are, facts under the person whose handle they were told of.</summary>
    private static string Filled(TableShape table) => ColumnSchema.People.Contains(table) ? $"SELECT * FROM filling.{table.Name} f"
        : ColumnSchema.Lay(table, "filling." + table.Name, "filling.creator");

    /// <summary>One change of another process, or of one that died between the truth and here.</summary>
    private async Task Apply(AppDb db, LedgerChange change, CancellationToken cancel)
    {
        using var connection = Connect();
        using var room = MuchRoom();
        connection.Execute("BEGIN");
        try
        {
            foreach (var fact in Facts.All)
            {
                if (change.Kind == LedgerChange.Undo) connection.Execute($"DELETE FROM {fact.Name} WHERE import_id = {change.ImportId}");
                if (change.Kind is not (LedgerChange.People or LedgerChange.Merge)) await ReplaceFacts(db, connection, fact, change.Id, cancel);
            }
            foreach (var people in ColumnSchema.People)
            {
                if (change.Kind == LedgerChange.Removal) await DropMissing(db, connection, people, cancel);
                await Replace(db, connection, people, change.Id, cancel);
            }
            if (change.Kind is LedgerChange.Merge or LedgerChange.Removal) await LayAnew(db, connection, change.Id, cancel);
            MarkApplied(connection, change.Id, ofPeople: change.Kind == LedgerChange.People);
        }
        catch
        {
            connection.Execute("ROLLBACK");
            throw;
        }
    }

    private static async Task Replace(AppDb db, DuckConnection connection, TableShape people, long changeId, CancellationToken cancel)
    {
        await ReadIncoming(db, connection, people, changeId, cancel);
        connection.Execute($"DELETE FROM {people.Name} t USING incoming i WHERE {people.SameKey("t", "i")}; INSERT INTO {people.Name} SELECT {people.List()} FROM incoming; DROP TABLE incoming");
    }

    private static async Task ReplaceFacts(AppDb db, DuckConnection connection, TableShape fact, long changeId, CancellationToken cancel)
    {
        await ReadIncoming(db, connection, fact, changeId, cancel);
        connection.Execute($"""
            DELETE FROM {fact.Name} t USING incoming i WHERE {ColumnSchema.SameFact(fact, "t", "i")};
            INSERT INTO {fact.Name} ({ColumnSchema.Laid(fact).List()}) {ColumnSchema.Lay(fact, "incoming", "creator")};
            DROP TABLE incoming
            """);
    }

    private static async Task ReadIncoming(AppDb db, DuckConnection connection, TableShape table, long changeId, CancellationToken cancel)
    {
        connection.Execute(ColumnSchema.Create(table, "incoming", temporary: true));
        using var into = connection.Appender("incoming");
        await TruthReader.Fill(db, $"SELECT {table.List()} FROM {table.Name} WHERE change_id = {changeId}", table.Columns, into, cancel);
        into.Flush();
    }

    /// <summary>Creators who stand behind another, and whom.</summary>
    internal const string Merged = "SELECT id, merged_into_id FROM creator WHERE merged_into_id IS NOT NULL";

    /// <summary>A merge moves no fact in the truth: here those of the handles it touched go to the person who bears them now.</summary>
    private static async Task LayAnew(AppDb db, DuckConnection connection, long changeId, CancellationToken cancel)
    {
        connection.Execute("CREATE OR REPLACE TEMP TABLE touched (id BIGINT)");
        using (var into = connection.Appender("touched"))
        {
            await TruthReader.Fill(db, $"SELECT id FROM creator WHERE change_id = {changeId}", [ColumnSchema.Creator.Keys.Single()], into, cancel);
            into.Flush();
        }
        foreach (var fact in Facts.All.Where(ColumnSchema.IsOfPerson))
            connection.Execute($"""
                UPDATE {fact.Name} SET creator_id = p.person FROM (SELECT c.id, coalesce(c.merged_into_id, c.id) AS person FROM creator c JOIN touched USING (id)) p
                WHERE {fact.Name}.handle_id = p.id AND {fact.Name}.creator_id <> p.person
                """);
        connection.Execute("DROP TABLE touched");
    }

    /// <summary>Lets go of people and things that the truth no longer has.</summary>
    private static async Task DropMissing(AppDb db, DuckConnection connection, TableShape table, CancellationToken cancel)
    {
        connection.Execute("CREATE OR REPLACE TEMP TABLE remaining (id BIGINT)");
        using (var into = connection.Appender("remaining"))
        {
            await TruthReader.Fill(db, $"SELECT id FROM {table.Name}", [table.Keys.Single()], into, cancel);
            into.Flush();
        }
        connection.Execute($"DELETE FROM {table.Name} WHERE id NOT IN (SELECT id FROM remaining); DROP TABLE remaining");
    }

    /// <summary>The people and things that a change touched, inside the loader's own transaction.</summary>
    internal static async Task ApplyPeople(AppDb db, DuckConnection connection, long changeId, CancellationToken cancel)
    {
        foreach (var people in ColumnSchema.People) await Replace(db, connection, people, changeId, cancel);
    }

    internal void MarkApplied(DuckConnection connection, long changeId, bool ofPeople = false)
    {
        connection.Execute($"UPDATE columns_state SET applied = {changeId}; COMMIT");
        Set(changeId, ofPeople);
    }

    private void Set(long changeId, bool ofPeople = false)
    {
        if (!ofPeople) Interlocked.Exchange(ref _facts, changeId);
        Interlocked.Exchange(ref _applied, changeId);
    }

    private sealed class Hold(SemaphoreSlim writing) : IDisposable
    {
        private int _done;
        public void Dispose() { if (Interlocked.Exchange(ref _done, 1) == 0) writing.Release(); }
    }
}
