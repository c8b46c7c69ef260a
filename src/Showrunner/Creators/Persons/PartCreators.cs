using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Creators.Same;
using Showrunner.Creators.Work;
using Showrunner.Data;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;

namespace Showrunner.Creators.Persons;

/// <summary>Takes a merge back: the creator stands for himself again, with all that is told under his handle and those merged into him before.</summary>
public static class PartCreators
{
    public sealed record Response(long CreatorId, string Handle, long PersonId, string Person);

    public static async Task<Response> Handle(long id, AppDb db, LedgerColumns columns, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(CreatorsRoom.Manage);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TruthWriter.LockLedger(db, cancel);
        var creator = await PersonDesk.Find(id, db, actor, cancel);
        var person = await db.Creators.SingleOrDefaultAsync(c => c.Id == creator.MergedIntoId, cancel) ?? throw new Refused("not_merged", creator.Handle);
        var merges = await db.CreatorMerges.Where(m => m.MarketId == creator.MarketId && m.UndoneAt == null).ToListAsync(cancel);
        var merge = merges.Single(m => m.CreatorId == creator.Id);
        if (merge.IntoId != person.Id)
            throw new Refused("part_later_first", creator.Handle, await db.Creators.Where(c => c.Id == merge.IntoId).Select(c => c.Handle).SingleAsync(cancel), person.Handle);

        var now = clock.GetUtcNow();
        var change = await PersonDesk.Change(LedgerChange.Merge, db, now, cancel);
        var behind = Behind(creator.Id, merges);
        foreach (var one in await db.Creators.Where(c => behind.Contains(c.Id)).ToListAsync(cancel)) (one.MergedIntoId, one.ChangeId) = (creator.Id, change.Id);
        var others = merges.Where(m => m.IntoId == person.Id && m != merge).ToList();
        var staying = others.Select(m => m.CreatorId).ToList();
        var brought = (await db.Creators.Where(c => staying.Contains(c.Id)).Select(c => c.Labels).ToListAsync(cancel)).SelectMany(CreatorLabel.RowsIn).ToHashSet();
        merge.Part(creator, person, others, brought, actor, now);
        (creator.ChangeId, person.ChangeId) = (change.Id, change.Id);
        await SamePerson.Decide(creator.Id, person.Id, SamePerson.Open, db, actor, now, cancel);
        db.Audit(actor, "creator.parted", creator, new { creator.Handle, From = person.Handle });
        await db.SaveChangesAsync(cancel);
        await PersonDesk.Rename(person, db, cancel);
        await PersonDesk.Rename(creator, db, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        await columns.CatchUp(db, CancellationToken.None);
        return new Response(creator.Id, creator.Handle, person.Id, person.Handle);
    }

    /// <summary>Those who were merged into him, and into them.</summary>
    private static HashSet<long> Behind(long id, IReadOnlyList<CreatorMerge> merges)
    {
        var (found, open) = (new HashSet<long>(), new Queue<long>([id]));
        while (open.TryDequeue(out var next))
            foreach (var merge in merges.Where(m => m.IntoId == next))
                if (found.Add(merge.CreatorId)) open.Enqueue(merge.CreatorId);
        return found;
    }
}
