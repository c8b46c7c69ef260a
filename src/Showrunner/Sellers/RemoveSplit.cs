using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Sellers;

/// <summary>Takes back an agreement: from its day on, the one before holds again.</summary>
public static class RemoveSplit
{
    public static async Task Handle(long id, DateOnly from, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(SellersRoom.Manage);
        var agency = await AgreeSplit.Visible(db, actor).FirstOrDefaultAsync(a => a.Id == id, cancel) ?? throw new Refused("not_found");
        var split = await db.AgencySplits.FirstOrDefaultAsync(s => s.AgencyId == id && s.ValidFrom == from, cancel) ?? throw new Refused("not_found");
        db.Remove(split);
        db.Audit(actor, "split.removed", agency, new { agency.Name, from, share = split.AgencyPpm });
        await db.SaveChangesAsync(cancel);
    }
}
