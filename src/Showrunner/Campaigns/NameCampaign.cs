using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;

namespace Showrunner.Campaigns;

/// <summary>Says what a campaign is called: exports of orders give its id only. Twice changes nothing.</summary>
public static class NameCampaign
{
    /// <param name="Name">Nothing calls it by its id again.</param>
    public sealed record Request(string? Name);

    public static async Task Handle(long id, Request request, AppDb db, Actor actor, LedgerColumns columns, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(CampaignsRoom.Manage);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TruthWriter.LockLedger(db, cancel);
        var campaign = await db.Campaigns.FirstOrDefaultAsync(c => c.Id == id, cancel);
        if (campaign is null || !actor.SeesMarket(campaign.MarketId)) throw new Refused("not_found");
        var before = campaign.Name;
        if (!campaign.Call(request.Name)) return;
        var change = new LedgerChange { Kind = LedgerChange.People, At = clock.GetUtcNow() };
        db.Add(change);
        db.Audit(actor, "campaign.named", campaign, new { campaign.CampaignNo, campaign.Name, before });
        await db.SaveChangesAsync(cancel);
        campaign.ChangeId = change.Id;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        await columns.CatchUp(db, CancellationToken.None);
    }
}
