using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Office;
using Showrunner.Platform;

namespace Showrunner.Campaigns.Planning;

/// <summary>What an edited project plan would change in the campaign's dates. Nothing is changed here: the answer's <c>Wanted</c> is, by <see cref="SetCampaignDates"/>.</summary>
public static class ComparePlan
{
    public const string Moved = "moved", Added = "added", Removed = "removed", Renamed = "renamed";

    /// <param name="Kind">moved, added, removed or renamed.</param>
    /// <param name="What">register, start, end or milestone.</param>
    /// <param name="Name">Of the milestone; as it is called now, where it is known.</param>
    /// <param name="NewName">Where it is renamed.</param>
    public sealed record Change(string Kind, string What, string Name, DateOnly? From, DateOnly? To, string? NewName = null);
    /// <param name="Wanted">Takes all of it, for as long as the campaign is as it was compared.</param>
    public sealed record Response(IReadOnlyList<Change> Changes, SetCampaignDates.Request Wanted);

    public static async Task<Response> Handle(long id, Stream file, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(CampaignsRoom.Manage);
        var campaign = await ShowCampaignDates.Own(id, db, actor, cancel);
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == campaign.MarketId, cancel);
        Plan plan;
        try { plan = PlanReader.Read(file); }
        catch (PlanException wrong) { throw new Refused(wrong.Code); }
        var key = CampaignKey.In(plan.Subject) ?? plan.Tasks.Select(t => CampaignKey.In(t.Notes)).FirstOrDefault(k => k is not null) ?? throw new Refused("plan_foreign", campaign.Name);
        if (key != CampaignKey.Of(market.Code, campaign.CampaignNo)) throw new Refused("plan_other", plan.Name, campaign.Name);
        return Against(await ShowCampaignDates.Read(id, db, cancel), Wanted(plan));
    }

    /// <summary>The differences between what is and what is wanted.</summary>
    internal static Response Against(ShowCampaignDates.Response now, SetCampaignDates.Request wanted)
    {
        var changes = new List<Change>();
        Date("register", now.RegisterUntil, wanted.RegisterUntil);
        Date("start", now.StartsOn, wanted.StartsOn);
        Date("end", now.EndsOn, wanted.EndsOn);
        var milestones = (wanted.Milestones ?? []).Select(m => now.Milestones.Any(k => k.No == m.No) ? m : m with { No = null }).ToList();
        foreach (var one in milestones)
        {
            if (one.No is null) changes.Add(new Change(Added, "milestone", one.Name!, null, one.Day));
            if (one.No is null || now.Milestones.First(k => k.No == one.No) is not { } known) continue;
            if (known.Name != one.Name) changes.Add(new Change(Renamed, "milestone", known.Name!, null, null, one.Name));
            if (known.Day != one.Day) changes.Add(new Change(Moved, "milestone", known.Name!, known.Day, one.Day));
        }
        changes.AddRange(now.Milestones.Where(k => milestones.All(m => m.No != k.No)).Select(k => new Change(Removed, "milestone", k.Name!, k.Day, null)));
        return new Response(changes, wanted with { Version = now.Version, Milestones = milestones });

        void Date(string what, DateOnly? from, DateOnly? to)
        {
            if (from != to) changes.Add(new Change(from is null ? Added : to is null ? Removed : Moved, what, "", from, to));
        }
    }

    /// <summary>The dates in a plan: its phases by their number, and every milestone that is not one of a show or a task.</summary>
    private static SetCampaignDates.Request Wanted(Plan plan)
    {
        var tasks = plan.Tasks.ToDictionary(t => t.Uid);
        var milestones = new List<ShowCampaignDates.Milestone>();
        var group = 0;
        foreach (var task in plan.Tasks)
        {
            if (task.Level <= 2) group = task.Uid;
            var known = task.Uid is > CampaignKey.FirstMilestone and < CampaignKey.Shows;
            var added = task is { IsMilestone: true, Uid: > CampaignKey.Milestones and not (CampaignKey.Shows or CampaignKey.Tasks or CampaignKey.Root) } && group is not (CampaignKey.Shows or CampaignKey.Tasks);
            if ((known || added) && task.Name.Trim() is { Length: > 0 } name)
                milestones.Add(new(known ? task.Uid - CampaignKey.FirstMilestone : null, name.Length > CampaignPlan.LongestName ? name[..CampaignPlan.LongestName] : name, Last(task)));
        }
        var running = tasks.GetValueOrDefault(CampaignKey.Running);
        return new SetCampaignDates.Request(0, tasks.GetValueOrDefault(CampaignKey.Registration) is { } registration ? Last(registration) : null, running is null ? null : DateOnly.FromDateTime(running.Start), running is null ? null : Last(running), milestones);
    }

    /// <summary>A task that ends at midnight is over the day before.</summary>
    private static DateOnly Last(PlanTask task) => DateOnly.FromDateTime(task.Finish > task.Start ? task.Finish.AddTicks(-1) : task.Finish);
}
