using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Creators.Same;
using Showrunner.Data;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;

namespace Showrunner.Creators.Persons;

/// <summary>Two creators are one person: from now on one stands for both, with the figures of both, and can be parted again.</summary>
public static class MergeCreators
{
    /// <param name="IntoId">Who stands for both.</param>
    public sealed record Request(long IntoId);
    public sealed record Response(long PersonId, string Handle, string Merged);

    public static async Task<Response> Handle(long id, Request request, AppDb db, LedgerColumns columns, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(CreatorsRoom.Manage);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TruthWriter.LockLedger(db, cancel);
        var creator = await PersonDesk.Find(id, db, actor, cancel);
        var into = await PersonDesk.Find(request.IntoId, db, actor, cancel);
        if (creator.Id == into.Id) throw new Refused("merge_itself", creator.Handle);
        if (creator.MarketId != into.MarketId) throw new Refused("merge_other_market", creator.Handle, into.Handle);
        foreach (var one in new[] { creator, into })
            if (one.MergedIntoId is { } person)
                throw new Refused("merged_already", one.Handle, await db.Creators.Where(c => c.Id == person).Select(c => c.Handle).SingleAsync(cancel));
        var now = clock.GetUtcNow();
        var change = await PersonDesk.Change(LedgerChange.Merge, db, now, cancel);
        foreach (var behind in await db.Creators.Where(c => c.MergedIntoId == creator.Id).ToListAsync(cancel)) (behind.MergedIntoId, behind.ChangeId) = (into.Id, change.Id);
        db.Add(CreatorMerge.Join(creator, into, actor, now));
        (creator.ChangeId, into.ChangeId) = (change.Id, change.Id);
        await SamePerson.Decide(creator.Id, into.Id, SamePerson.Merged, db, actor, now, cancel);
        db.Audit(actor, "creator.merged", creator, new { creator.Handle, Into = into.Handle });
        await db.SaveChangesAsync(cancel);
        await PersonDesk.Rename(into, db, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        await columns.CatchUp(db, CancellationToken.None);
        return new Response(into.Id, into.Handle, creator.Handle);
    }
}
