using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Platform;

namespace Showrunner.Campaigns.Planning;

/// <summary>The dates of a campaign; all empty while nobody has set any.</summary>
public static class ShowCampaignDates
{
    public sealed record Milestone(int? No, string? Name, DateOnly? Day);
    /// <param name="Version">To be named when the dates are set, so that nobody overwrites what he has not seen.</param>
    public sealed record Response(int Version, DateOnly? RegisterUntil, DateOnly? StartsOn, DateOnly? EndsOn, IReadOnlyList<Milestone> Milestones)
    {
        internal bool IsEmpty => (RegisterUntil ?? StartsOn) is null && Milestones.Count == 0;
    }

    public static async Task<Response> Handle(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        await Own(id, db, actor, cancel);
        return await Read(id, db, cancel);
    }

    internal static async Task<Response> Read(long id, AppDb db, CancellationToken cancel)
    {
        var plan = await db.CampaignPlans.AsNoTracking().FirstOrDefaultAsync(p => p.CampaignId == id, cancel);
        var milestones = await db.CampaignMilestones.AsNoTracking().Where(m => m.CampaignId == id).OrderBy(m => m.Day).ThenBy(m => m.No).Select(m => new Milestone(m.No, m.Name, m.Day)).ToListAsync(cancel);
        return new Response(plan?.Version ?? 0, plan?.RegisterUntil, plan?.StartsOn, plan?.EndsOn, milestones);
    }

    /// <summary>A campaign of a market that one sees.</summary>
    internal static async Task<Campaign> Own(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(BoardDesk.See);
        var campaign = await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancel);
        return campaign is not null && actor.SeesMarket(campaign.MarketId) ? campaign : throw new Refused("not_found");
    }
}
