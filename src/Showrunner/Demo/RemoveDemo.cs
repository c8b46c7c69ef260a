using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Imports;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Ledger.Loading;
using Showrunner.Platform;

namespace Showrunner.Demo;

/// <summary>
/// Takes the demo market out again in one transaction: its facts, then its creators, products, shops, agencies, campaigns and categories that
/// nothing real uses. A demo creator whom a real file names as well stays, and is real from then on.
/// </summary>
public sealed class RemoveDemo(AppDb db, LedgerColumns columns, UndoLoad undo, DataPlace place, TimeProvider clock)
{
    /// <returns>How many imports were taken out; 0 when there was no demo.</returns>
    public async Task<int> Handle(Actor actor, CancellationToken cancel)
    {
        actor.Needs(DemoRoom.Manage);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TruthWriter.LockLedger(db, cancel);
        var imports = await db.Imports.Where(i => i.IsDemo && i.State == Import.Loaded).ToListAsync(cancel);
        if (imports.Count == 0) return 0;
        foreach (var import in imports)
        {
            import.UndoChangeId = await undo.TakeOut(db, import.Id, cancel);
            import.State = Import.Undone;
            db.Audit(actor, "demo.removed", import);
        }
        var change = new LedgerChange { Kind = LedgerChange.Removal, At = clock.GetUtcNow() };
        db.Add(change);
        await db.SaveChangesAsync(cancel);
        await RemovePeople(string.Join(", ", imports.Select(i => i.MarketId).Distinct()), string.Join(", ", imports.Select(i => i.ChangeId)), change.Id, cancel);
        await transaction.CommitAsync(CancellationToken.None);
        File.Delete(DemoTruth.In(place));
        await columns.CatchUp(db, CancellationToken.None);
        return imports.Count;
    }

    private async Task RemovePeople(string markets, string changes, long changeId, CancellationToken cancel)
    {
        foreach (var (table, column) in new[] { ("creator", "creator_id"), ("product", "product_id"), ("shop", "shop_id"), ("campaign", Facts.Campaign), ("agency", "agency_id") })
        {
            var facts = Facts.All.Where(f => f.Columns.Any(c => c.Name == column));
            var used = string.Join(" UNION ", facts.Select(f => $"SELECT {column} FROM {f.Name} WHERE market_id IN ({markets}) AND {column} IS NOT NULL"));
            if (table == "shop") used += $" UNION SELECT shop_id FROM product WHERE market_id IN ({markets})";
            if (table == "agency") used = $"SELECT agency_id FROM creator WHERE market_id IN ({markets})";
            await db.Database.ExecuteSqlRawAsync($"""
                DELETE FROM {table} WHERE is_demo AND market_id IN ({markets}) AND id NOT IN ({used});
                UPDATE {table} SET is_demo = {(db.IsPostgres ? "false" : "0")}, change_id = {changeId} WHERE is_demo AND market_id IN ({markets});
                """, cancel);
        }
        await db.Database.ExecuteSqlRawAsync("DELETE FROM agency_split WHERE agency_id NOT IN (SELECT id FROM agency)", cancel);
        foreach (var (table, column) in new[] { ("creator_step", "creator_id"), ("creator_merge", "creator_id"), ("creator_merge", "into_id"), ("creator_account", "creator_id"), ("creator_contact", "creator_id"), ("creator_consent", "creator_id"), ("same_person", "first_id"), ("same_person", "second_id") })
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM {table} WHERE {column} NOT IN (SELECT id FROM creator)", cancel);
        foreach (var played in new[] { "live_event", "live_minute", "live_feed", "live_alert" }) await db.Database.ExecuteSqlRawAsync($"DELETE FROM {played} WHERE session_id IN (SELECT id FROM live_session WHERE number LIKE 'demo-%')", cancel);
        await db.Database.ExecuteSqlRawAsync("DELETE FROM live_session WHERE number LIKE 'demo-%'", cancel);
        foreach (var (column, table) in new[] { ("creator_id", "creator"), ("shop_id", "shop") })
            foreach (var show in new[] { "planned_show", "live_session" }) await db.Database.ExecuteSqlRawAsync($"UPDATE {show} SET {column} = NULL WHERE {column} NOT IN (SELECT id FROM {table})", cancel);
        foreach (var table in new[] { "campaign_plan", "campaign_milestone" }) await db.Database.ExecuteSqlRawAsync($"DELETE FROM {table} WHERE campaign_id NOT IN (SELECT id FROM campaign)", cancel);
        // Whose person was of the demo stands for himself again.
        await db.Database.ExecuteSqlRawAsync($"UPDATE creator SET merged_into_id = NULL, change_id = {changeId} WHERE merged_into_id IS NOT NULL AND merged_into_id NOT IN (SELECT id FROM creator)", cancel);
        // Leaves first: a parent goes when its last child has gone.
        while (await db.Database.ExecuteSqlRawAsync($"""
            DELETE FROM category WHERE change_id IN ({changes}) AND id NOT IN (SELECT category_id FROM product)
              AND id NOT IN (SELECT parent_id FROM category WHERE parent_id IS NOT NULL)
            """, cancel) > 0) { }
    }
}
