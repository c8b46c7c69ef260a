using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;

namespace Showrunner.Creators.Persons;

/// <summary>Notes where else a creator posts. Twice changes nothing.</summary>
public static class AddAccount
{
    /// <param name="Platform">See <see cref="CreatorAccount.Platforms"/>.</param>
    /// <param name="Handle">With or without the @.</param>
    public sealed record Request(string? Platform, string? Handle);

    public static async Task<long> Handle(long id, Request request, AppDb db, LedgerColumns columns, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(CreatorsRoom.Manage);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TruthWriter.LockLedger(db, cancel);
        var creator = await PersonDesk.Find(id, db, actor, cancel);
        var account = CreatorAccount.Add(creator, request.Platform, request.Handle, actor, clock.GetUtcNow());
        var known = await db.CreatorAccounts.FirstOrDefaultAsync(a => a.CreatorId == id && a.Platform == account.Platform && a.Handle == account.Handle, cancel);
        if (known is not null) return known.Id;
        db.Add(account);
        await db.SaveChangesAsync(cancel);
        db.Audit(actor, "account.added", account, new { creator.Handle, account.Platform, Account = account.Handle });
        await RemoveAccount.Rename(creator, db, clock.GetUtcNow(), cancel);
        await transaction.CommitAsync(CancellationToken.None);
        await columns.CatchUp(db, CancellationToken.None);
        return account.Id;
    }
}
