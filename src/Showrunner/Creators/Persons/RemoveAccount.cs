using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;

namespace Showrunner.Creators.Persons;

/// <summary>Forgets an account on another platform.</summary>
public static class RemoveAccount
{
    public static async Task Handle(long id, AppDb db, LedgerColumns columns, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(CreatorsRoom.Manage);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TruthWriter.LockLedger(db, cancel);
        var account = await db.CreatorAccounts.FirstOrDefaultAsync(a => a.Id == id, cancel) ?? throw new Refused("not_found");
        var creator = await PersonDesk.Find(account.CreatorId, db, actor, cancel);
        db.Remove(account);
        db.Audit(actor, "account.removed", account, new { creator.Handle, account.Platform, Account = account.Handle });
        await db.SaveChangesAsync(cancel);
        await Rename(creator, db, clock.GetUtcNow(), cancel);
        await transaction.CommitAsync(CancellationToken.None);
        await columns.CatchUp(db, CancellationToken.None);
    }

    internal static async Task Rename(Creator creator, AppDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var person = creator.MergedIntoId is { } standing ? await db.Creators.SingleAsync(c => c.Id == standing, cancel) : creator;
        person.ChangeId = (await PersonDesk.Change(LedgerChange.Merge, db, now, cancel)).Id;
        await PersonDesk.Rename(person, db, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
