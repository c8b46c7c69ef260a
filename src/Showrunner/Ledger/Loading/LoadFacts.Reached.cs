using Microsoft.EntityFrameworkCore;
using Showrunner.Creators.Persons;
using Showrunner.Data;
using Showrunner.DuckDb;

namespace Showrunner.Ledger.Loading;

// How creators are reached and where else they post. What is known stays; what a file newly says is added with the import as its source.
public sealed partial class LoadFacts
{
    private static async Task NoteReached(AppDb db, DuckConnection stage, LoadOrder order, long changeId, CancellationToken cancel)
    {
        if (Scalar(stage, "SELECT count(*) FROM stage.creator_reached") == 0) return;
        ColumnShape[] shape = [L("creator_id"), T("kind"), T("place"), T("value"), T("value_key")];
        await db.Database.ExecuteSqlRawAsync(TruthWriter.TemporaryTable(db, "reaching", shape), cancel);
        using (var rows = stage.Query("SELECT k.id, r.kind, r.place, max(r.value), r.value_key FROM stage.creator_reached r JOIN stage.creator_id k USING (handle) GROUP BY ALL ORDER BY k.id, r.kind, r.place, r.value_key"))
            TruthWriter.Copy(db, "reaching", shape, rows, null, cancel);
        var said = $"'import:{order.ImportId}', (SELECT c.{Quoted} FROM ledger_change c WHERE c.id = {changeId}), ''";
        await db.Database.ExecuteSqlRawAsync($"""
            INSERT INTO creator_contact (market_id, creator_id, channel, value, value_key, source, added_at, person_name)
              SELECT {order.MarketId}, u.creator_id, u.place, u.value, u.value_key, {said} FROM reaching u WHERE u.kind = '{Stage.Contact}'
                AND NOT EXISTS (SELECT 1 FROM creator_contact k WHERE k.creator_id = u.creator_id AND k.channel = u.place AND k.value_key = u.value_key);
            INSERT INTO creator_account (market_id, creator_id, platform, handle, source, added_at, person_name)
              SELECT {order.MarketId}, u.creator_id, u.place, u.value_key, {said} FROM reaching u WHERE u.kind = '{Stage.Account}'
                AND NOT EXISTS (SELECT 1 FROM creator_account k WHERE k.creator_id = u.creator_id AND k.platform = u.place AND k.handle = u.value_key);
            """, cancel);
        foreach (var platform in CreatorAccount.Platforms)
            await db.Database.ExecuteSqlRawAsync($"""
                UPDATE creator SET also = trim(creator.also || ' ' || u.value_key), change_id = {changeId} FROM reaching u JOIN creator h ON h.id = u.creator_id
                  WHERE creator.id = coalesce(h.merged_into_id, h.id) AND u.kind = '{Stage.Account}' AND u.place = '{platform}' AND ' ' || creator.also || ' ' NOT LIKE '% ' || u.value_key || ' %'
                """, cancel);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE reaching", cancel);
    }

    private const string Quoted = "\"at\"";
}
