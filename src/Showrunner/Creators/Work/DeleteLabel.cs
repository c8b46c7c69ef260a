using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Creators.Work;

/// <summary>Forgets a tag that nobody bears or a list with nobody in it.</summary>
public static class DeleteLabel
{
    public static async Task Handle(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(CreatorsRoom.Manage);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TruthWriter.LockLedger(db, cancel);
        var label = await db.CreatorLabels.FirstOrDefaultAsync(l => l.Id == id, cancel);
        if (label is null || !actor.SeesMarket(label.MarketId)) throw new Refused("not_found");
        var mark = string.Create(CultureInfo.InvariantCulture, $",{id},");
        if (await db.Creators.CountAsync(c => c.MarketId == label.MarketId && c.Labels.Contains(mark), cancel) is > 0 and var bearers) throw new Refused("label_in_use", label.Name, bearers);
        db.Remove(label);
        db.Audit(actor, "label.deleted", label, new { label.Kind, label.Name });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
