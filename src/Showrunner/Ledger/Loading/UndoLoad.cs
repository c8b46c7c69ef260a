using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Ledger.Columns;

namespace Showrunner.Ledger.Loading;

/// <summary>
/// Takes an import out of the ledger as a whole. Rows it brought go; rows it restated get their older figures back; a row
/// that a later file restated again keeps the later figures.
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
                DELETE FROM {history.Name} WHERE import_id = {importId};
                UPDATE {fact.Name} SET {string.Join(", ", fact.Values.Select(v => v.Name == "change_id" ? $"change_id = {change.Id}" : $"{v.Name} = h.{v.Name}"))}
                  FROM {history.Name} h WHERE {fact.SameKey(fact.Name, "h")} AND {fact.Name}.import_id = {importId} AND h.change_id = ({older});
                DELETE FROM {history.Name} WHERE EXISTS (SELECT 1 FROM {fact.Name} o WHERE {fact.SameKey("o", history.Name)} AND o.change_id = {change.Id})
                  AND change_id = (SELECT max(n.change_id) FROM {history.Name} n WHERE {fact.SameKey("n", history.Name)});
                DELETE FROM {fact.Name} WHERE import_id = {importId};
                """, cancel);
        }
        return change.Id;
    }
}
