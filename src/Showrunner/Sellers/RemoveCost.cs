using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Ledger.Loading;
using Showrunner.Platform;

namespace Showrunner.Sellers;

/// <summary>Takes back a cost that was entered by hand; what it replaced holds again. What files told goes with the file.</summary>
public static class RemoveCost
{
    public static async Task Handle(long id, long entry, AppDb db, Actor actor, UndoLoad undo, CancellationToken cancel)
    {
        actor.Needs(SellersRoom.Manage);
        var product = await EnterCost.Visible(db, actor).FirstOrDefaultAsync(p => p.Id == id, cancel) ?? throw new Refused("not_found");
        if (entry >= 0) throw new Refused("cost_of_a_file");
        var cost = (await ReadCosts.Handle(product.MarketId, id, db, cancel)).FirstOrDefault(c => c.Entry == entry) ?? throw new Refused("not_found");
        await undo.Handle(db, entry, _ =>
        {
            db.Audit(actor, "cost.removed", product, new { product.ProductNo, sku = cost.SkuNo, from = cost.From, cost = cost.CostMinor });
            return Task.CompletedTask;
        }, cancel);
    }
}
