using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Ledger.Columns;

namespace Showrunner.Ledger.Loading;

/// <summary>
/// Takes an import out of the ledger as a whole. Rows it brought go; rows it restated get their older figures back; a row
/// that a later file restated again keeps the later figures, without what that file could not know and had kept of this one.
/// </summary>
public sealed class UndoLoad(LedgerColumns columns, TimeProvider clock)
{
    public async Task<long> Handle(AppDb db, long importId, Func<long, Task> inTruth, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TruthWriter.LockLedger(db, cancel);
        var change = await TakeOut(db, importId, cancel);
        await inTruth(change);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        await columns.CatchUp(db, CancellationToken.None);
        return change;
    }

    /// <summary>The same inside the caller's transaction; the caller holds the ledger's lock and lets the columns catch up afterwards.</summary>
    internal async Task<long> TakeOut(AppDb db, long importId, CancellationToken cancel)
    {
        var change = new LedgerChange { Kind = LedgerChange.Undo, ImportId = importId, At = clock.GetUtcNow() };
        db.Add(change);
        await db.SaveChangesAsync(cancel);
        foreach (var fact in Facts.All)
        {
            var history = Facts.HistoryOf(fact);
            var older = $"SELECT max(n.change_id) FROM {history.Name} n WHERE {fact.SameKey("n", "h")} AND n.import_id <> {importId}";
            await db.Database.ExecuteSqlRawAsync($"""
                UPDATE {fact.Name} SET {string.Join(", ", fact.Values.Select(v => v.Name == "change_id" ? $"change_id = {change.Id}" : $"{v.Name} = h.{v.Name}"))}
                  FROM {history.Name} h WHERE {fact.SameKey(fact.Name, "h")} AND {fact.Name}.import_id = {importId} AND h.change_id = ({older});
                DELETE FROM {history.Name} WHERE EXISTS (SELECT 1 FROM {fact.Name} o WHERE {fact.SameKey("o", history.Name)} AND o.change_id = {change.Id})
                  AND change_id = (SELECT max(n.change_id) FROM {history.Name} n WHERE {fact.SameKey("n", history.Name)} AND n.import_id <> {importId});
                DELETE FROM {fact.Name} WHERE import_id = {importId};
                """, cancel);
            await TakeBackKept(db, fact, importId, change.Id, cancel);
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM {history.Name} WHERE import_id = {importId}", cancel);
        }
        return change.Id;
    }

    /// <summary>What later files could not know, their rows took from the row before: now from the one before that, oldest file first.</summary>
    private static async Task TakeBackKept(AppDb db, TableShape fact, long importId, long changeId, CancellationToken cancel)
    {
        var history = Facts.HistoryOf(fact);
        var partial = (await db.LedgerChanges.Where(c => c.Kind == LedgerChange.Load && c.ImportId != importId && c.Untold != "").OrderBy(c => c.Id).ToListAsync(cancel)).Where(c => c.UntoldOf(fact).Count > 0).ToList();
        if (partial.Count == 0) return;
        var met = await db.Database.SqlQueryRaw<long>($"""
            SELECT o.import_id AS "Value" FROM {history.Name} u JOIN {fact.Name} o ON {fact.SameKey("o", "u")} WHERE u.import_id = {importId}
            UNION SELECT n.import_id FROM {history.Name} u JOIN {history.Name} n ON {fact.SameKey("n", "u")} WHERE u.import_id = {importId}
            """).ToListAsync(cancel);
        foreach (var later in partial.Where(c => met.Contains(c.ImportId)))
            foreach (var table in new[] { history, fact })
            {
                var kept = fact.Columns.Where(c => later.UntoldOf(fact).Contains(c.Name)).ToList();
                var before = $"FROM {history.Name} n WHERE {fact.SameKey("n", table.Name)} AND n.import_id <> {importId} AND n.change_id < {table.Name}.change_id ORDER BY n.change_id DESC LIMIT 1";
                var set = kept.Select(c => $"{c.Name} = {(c.Nullable ? $"(SELECT n.{c.Name} {before})" : $"coalesce((SELECT n.{c.Name} {before}), {OrderLineDraft.NothingSaid(c)})")}");
                await db.Database.ExecuteSqlRawAsync($"""
                    UPDATE {table.Name} SET {string.Join(", ", set)}{(table == fact ? $", change_id = {changeId}" : "")}
                      WHERE import_id = {later.ImportId} AND EXISTS (SELECT 1 FROM {history.Name} u WHERE {fact.SameKey("u", table.Name)} AND u.import_id = {importId} AND u.change_id < {table.Name}.change_id)
                    """, cancel);
            }
    }
}
