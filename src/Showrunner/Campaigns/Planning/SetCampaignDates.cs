using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Campaigns.Planning;

/// <summary>Says when a campaign takes place and what is to be reached until when. All dates at once; the same again changes nothing.</summary>
public static class SetCampaignDates
{
    /// <param name="Version">Of the dates that the person has seen.</param>
    /// <param name="Milestones">A known number keeps it, another or none makes a new one; what is not there is removed.</param>
    public sealed record Request(int Version, DateOnly? RegisterUntil, DateOnly? StartsOn, DateOnly? EndsOn, IReadOnlyList<ShowCampaignDates.Milestone>? Milestones = null);

    public static async Task Handle(long id, Request request, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(CampaignsRoom.Manage);
        var campaign = await ShowCampaignDates.Own(id, db, actor, cancel);
        var before = await ShowCampaignDates.Read(id, db, cancel);
        if (before.Version != request.Version) throw new Refused("changed_meanwhile");
        var wanted = (request.Milestones ?? []).OfType<ShowCampaignDates.Milestone>().ToList();
        if (before.RegisterUntil == request.RegisterUntil && before.StartsOn == request.StartsOn && before.EndsOn == request.EndsOn && before.Milestones.SequenceEqual(wanted.OrderBy(m => m.Day).ThenBy(m => m.No))) return;
        var plan = await db.CampaignPlans.FirstOrDefaultAsync(p => p.CampaignId == id, cancel) ?? db.Add(new CampaignPlan { CampaignId = id }).Entity;
        var milestones = plan.Set(request.RegisterUntil, request.StartsOn, request.EndsOn, wanted.Select(m => (m.No, m.Name, m.Day)));
        var known = await db.CampaignMilestones.Where(m => m.CampaignId == id).ToDictionaryAsync(m => m.No, cancel);
        db.RemoveRange(known.Values.Where(k => milestones.All(m => m.No != k.No)));
        foreach (var milestone in milestones)
        {
            if (known.TryGetValue(milestone.No, out var same)) db.Entry(same).CurrentValues.SetValues(milestone);
            else db.Add(milestone);
        }
        db.Audit(actor, "campaign.dates_set", campaign, new { campaign.Name, before, after = request });
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateException first) when (first is not DbUpdateConcurrencyException && before.Version == 0) { throw new Refused("changed_meanwhile"); } // another gave the campaign its first dates in the same moment
    }
}
