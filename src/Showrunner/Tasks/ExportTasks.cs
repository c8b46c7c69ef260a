using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Office;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Tasks;

/// <summary>GET /tasks/plan.xml?view=team: the list as it is shown, for Microsoft Project, on the working days of a market.</summary>
public static class ExportTasks
{
    private const int Most = 2000;

    /// <param name="View">mine, team or done, as in the list.</param>
    /// <param name="Market">Code: whose working days; with view=team only its tasks.</param>
    public sealed record Request(string? View = ListTasks.Mine, string? Market = null);

    public static async Task<FileContentHttpResult> Handle(Request request, AppDb db, Actor actor, Say say, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(TasksRoom.Work);
        var view = request.View ?? ListTasks.Mine;
        if (!ListTasks.Views.Contains(view)) throw new Refused("task_view", view, string.Join(", ", ListTasks.Views));
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Code == request.Market, cancel);
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("market_unknown", request.Market);
        var chosen = ListTasks.Visible(db, actor).Where(t => view == ListTasks.Done ? t.DoneAt != null : t.DoneAt == null);
        chosen = view == ListTasks.Mine ? chosen.Where(t => t.PersonId == actor.PersonId) : chosen.Where(t => t.MarketId == market.Id);
        var tasks = await chosen.AsNoTracking().OrderBy(t => t.DueDay).ThenBy(t => t.Id).Take(Most).ToListAsync(cancel);
        if (tasks.Count == 0) throw new Refused("task_plan_empty");
        var assignees = tasks.Select(t => t.PersonId).ToList();
        var people = (await db.People.AsNoTracking().Where(p => assignees.Contains(p.Id)).ToListAsync(cancel)).ToDictionary(p => p.Id, p => (p.Name, p.Email));
        var (rows, resources, assignments) = TaskPlan.Rows(tasks, market.Rules, people, 1, level: 1, uid => uid);
        var plan = new Plan($"{say["tasks.title"]} – {say["tasks.view." + view]}", rows.Min(r => r.Start), rows)
        {
            Saved = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), market.Rules.Zone).DateTime,
            Author = actor.Name,
            Calendar = WorkDays.Of(market.Code, market.Name(actor.Language), say["campaigns.holiday"]),
            Resources = resources,
            Assignments = assignments,
        };
        using var buffer = new MemoryStream();
        PlanWriter.Write(buffer, plan);
        return TypedResults.File(buffer.ToArray(), "application/xml", $"tasks-{view}.xml");
    }
}
