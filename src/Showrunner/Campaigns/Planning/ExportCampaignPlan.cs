using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Lives;
using Showrunner.Markets;
using Showrunner.Office;
using Showrunner.Platform;
using Showrunner.Tasks;
using Showrunner.Web;

namespace Showrunner.Campaigns.Planning;

/// <summary>GET /campaigns/7/plan.xml: phases, milestones, shows and tasks of a campaign for Microsoft Project. It can come back: see <see cref="ComparePlan"/>.</summary>
public static class ExportCampaignPlan
{
    public const string ContentType = "application/xml";
    /// <summary>Two weeks each, where nothing else is agreed.</summary>
    private const int PhaseDays = 14;
    private static readonly TimeOnly Morning = new(8, 0), Evening = new(17, 0);

    public static async Task<FileContentHttpResult> Handle(long id, AppDb db, Actor actor, Say say, TimeProvider clock, CancellationToken cancel)
    {
        var campaign = await ShowCampaignDates.Own(id, db, actor, cancel);
        var dates = await ShowCampaignDates.Read(id, db, cancel);
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == campaign.MarketId, cancel);
        var about = $"/campaigns/{id}";
        var shows = await db.PlannedShows.AsNoTracking().Where(s => s.SubjectPath == about && s.MarketId == market.Id && s.CancelledAt == null).OrderBy(s => s.StartsAt).ToListAsync(cancel);
        var tasks = actor.May(TasksRoom.Work) ? await db.TeamTasks.AsNoTracking().Where(t => t.SubjectPath == about && t.MarketId == market.Id).OrderBy(t => t.DueDay).ThenBy(t => t.Id).ToListAsync(cancel) : [];
        if (dates.IsEmpty && shows.Count + tasks.Count == 0) throw new Refused("campaign_plan_empty");
        var assignees = tasks.Select(t => t.PersonId).ToList();
        var people = (await db.People.AsNoTracking().Where(p => assignees.Contains(p.Id)).ToListAsync(cancel)).ToDictionary(p => p.Id, p => (p.Name, p.Email));
        var key = CampaignKey.Of(market.Code, campaign.CampaignNo);

        List<PlanTask> rows = [.. Phases(dates, say)];
        if (dates.Milestones.Count > 0) rows.Add(Group(CampaignKey.Milestones, say["campaigns.milestones"], dates.Milestones.Min(m => m.Day!.Value), dates.Milestones.Max(m => m.Day!.Value)));
        rows.AddRange(dates.Milestones.Select(m => new PlanTask(CampaignKey.FirstMilestone + m.No!.Value, m.Name!, m.Day!.Value.ToDateTime(Morning), m.Day.Value.ToDateTime(Morning)) { Level = 3, IsFixed = true }));
        if (shows.Count > 0) rows.Add(Group(CampaignKey.Shows, say["lives.shows"], Day(shows[0].StartsAt), Day(shows[^1].EndsAt)));
        rows.AddRange(shows.Select((s, at) => new PlanTask(CampaignKey.Shows + 1 + at, s.Title, ShowTime.Local(market.Rules, s.StartsAt), ShowTime.Local(market.Rules, s.EndsAt)) { Level = 3, IsFixed = true, Duration = TimeSpan.FromMinutes(s.Minutes), Notes = s.Place }));
        var (list, resources, assignments) = TaskPlan.Rows(tasks, market.Rules, people, CampaignKey.Tasks + 1, level: 3, id => id);
        if (tasks.Count > 0) rows.Add(Group(CampaignKey.Tasks, say["tasks.title"], DateOnly.FromDateTime(list.Min(t => t.Start)), DateOnly.FromDateTime(list.Max(t => t.Finish))));
        rows.AddRange(list);
        var (start, finish) = (rows.Min(r => r.Start), rows.Max(r => r.Finish));
        rows.Insert(0, new PlanTask(CampaignKey.Root, campaign.Name, start, finish) { IsMilestone = false, Notes = say["campaigns.plan.note", key] });

        var plan = new Plan(campaign.Name, start, rows)
        {
            Subject = key,
            Saved = ShowTime.Local(market.Rules, clock.GetUtcNow()),
            Author = actor.Name,
            Calendar = WorkDays.Of(market.Code, market.Name(actor.Language), say["campaigns.holiday"]),
            Resources = resources,
            Assignments = assignments,
        };
        using var buffer = new MemoryStream();
        PlanWriter.Write(buffer, plan);
        return TypedResults.File(buffer.ToArray(), ContentType, $"campaign-{campaign.CampaignNo}.xml");

        DateOnly Day(DateTimeOffset instant) => market.Rules.DayOf(instant);
    }

    private static IEnumerable<PlanTask> Phases(ShowCampaignDates.Response dates, Say say)
    {
        var opens = dates.RegisterUntil?.AddDays(1 - PhaseDays);
        if ((opens ?? dates.StartsOn) is { } prepared) yield return Phase(CampaignKey.Preparation, "preparation", prepared.AddDays(-PhaseDays), prepared.AddDays(-1));
        if (opens is { } from) yield return Phase(CampaignKey.Registration, "registration", from, dates.RegisterUntil!.Value);
        if (dates is not { StartsOn: { } first, EndsOn: { } last }) yield break;
        yield return Phase(CampaignKey.Running, "running", first, last);
        yield return Phase(CampaignKey.Evaluation, "evaluation", last.AddDays(1), last.AddDays(PhaseDays));

        PlanTask Phase(int uid, string name, DateOnly first, DateOnly last) =>
            new(uid, say["campaigns.phase." + name], first.ToDateTime(Morning), last.ToDateTime(Evening)) { Level = 2, IsFixed = true, Notes = say.Has($"campaigns.phase.{name}.note") ? say[$"campaigns.phase.{name}.note", PhaseDays] : null };
    }

    private static PlanTask Group(int uid, string name, DateOnly first, DateOnly last) => new(uid, name, first.ToDateTime(Morning), last.ToDateTime(Evening)) { Level = 2 };
}
