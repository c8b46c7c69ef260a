using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts.Feeds;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Office;
using Showrunner.Platform;

namespace Showrunner.Campaigns.Planning;

/// <summary>When campaigns take place, and their milestones, in the markets that one sees.</summary>
public sealed class CampaignDates(AppDb db, Texts texts) : CalendarSource
{
    public override string Code => "campaigns";
    public override string TitleKey => "feed.campaigns";

    public override async Task<IReadOnlyList<CalendarEvent>> Events(Actor reader, DateOnly from, Func<string, Uri?> link, CancellationToken cancel)
    {
        if (!reader.May(BoardDesk.See)) return [];
        var campaigns = (await db.Campaigns.AsNoTracking().Where(c => db.Set<CampaignPlan>().Any(p => p.CampaignId == c.Id)).ToListAsync(cancel)).Where(c => reader.SeesMarket(c.MarketId)).ToDictionary(c => c.Id);
        var plans = await db.CampaignPlans.AsNoTracking().OrderBy(p => p.CampaignId).ToListAsync(cancel);
        var milestones = (await db.CampaignMilestones.AsNoTracking().Where(m => m.Day >= from).OrderBy(m => m.Day).ThenBy(m => m.No).ToListAsync(cancel)).ToLookup(m => m.CampaignId);
        return [.. plans.Where(p => campaigns.ContainsKey(p.CampaignId)).SelectMany(p => Of(campaigns[p.CampaignId], p, milestones[p.CampaignId])).Where(e => DateOnly.FromDateTime(e.Time.End) > from)];

        IEnumerable<CalendarEvent> Of(Campaign campaign, CampaignPlan plan, IEnumerable<CampaignMilestone> its)
        {
            if (plan.RegisterUntil is { } until) yield return Event("register", texts.Say(reader.Language, "campaigns.event.register", campaign.Name), until, until);
            if (plan is { StartsOn: { } first, EndsOn: { } last }) yield return Event("runs", campaign.Name, first, last);
            foreach (var one in its) yield return Event($"m{one.No}", $"{one.Name} ({campaign.Name})", one.Day, one.Day);

            CalendarEvent Event(string what, string name, DateOnly first, DateOnly last) =>
                new($"campaign-{campaign.Id}-{what}@showrunner", name, EventTime.AllDay(first, last)) { Sequence = plan.Version, Link = link($"/campaigns/{campaign.Id}"), IsFree = true };
        }
    }
}
