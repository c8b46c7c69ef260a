using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Ledger;
using Showrunner.Platform;

namespace Showrunner.Creators.Persons;

/// <summary>What merging and parting share: finding a creator in one's scope, and keeping what a person is found by.</summary>
internal static class PersonDesk
{
    /// <summary>Another market's creator does not exist.</summary>
    public static async Task<Creator> Find(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        var creators = actor.MarketIds is { } markets ? db.Creators.Where(c => markets.Contains(c.MarketId)) : db.Creators;
        return await creators.FirstOrDefaultAsync(c => c.Id == id, cancel) ?? throw new Refused("not_found");
    }

    /// <summary>The creator of a handle, with or without the @.</summary>
    public static async Task<long> Named(string handle, long marketId, AppDb db, CancellationToken cancel)
    {
        var key = CreatorAccount.KeyOf(handle);
        return await db.Creators.Where(c => c.MarketId == marketId && c.Handle == key).Select(c => (long?)c.Id).FirstOrDefaultAsync(cancel) ?? throw new Refused("merge_nobody", handle.Trim());
    }

    public static async Task<LedgerChange> Change(string kind, AppDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var change = new LedgerChange { Kind = kind, At = now };
        db.Add(change);
        await db.SaveChangesAsync(cancel);
        return change;
    }

    /// <summary>Writes anew what else the person is called. What was changed before must be saved.</summary>
    public static async Task Rename(Creator person, AppDb db, CancellationToken cancel)
    {
        var handles = await db.Creators.Where(c => c.MergedIntoId == person.Id).OrderBy(c => c.Handle).Select(c => new { c.Id, c.Handle }).ToListAsync(cancel);
        List<long> rows = [person.Id, .. handles.Select(h => h.Id)];
        var accounts = await db.CreatorAccounts.Where(a => rows.Contains(a.CreatorId)).OrderBy(a => a.Handle).Select(a => a.Handle).ToListAsync(cancel);
        person.Also = string.Join(' ', handles.Select(h => h.Handle).Concat(accounts).Distinct());
    }
}
