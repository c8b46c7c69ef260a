using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Tasks;

/// <summary>What is to be done, the most urgent first, or what was done, the latest first.</summary>
public static class ListTasks
{
    public const string Mine = "mine", Team = "team", Done = "done";
    public static readonly IReadOnlyList<string> Views = [Mine, Team, Done];
    private const int Most = 300;

    /// <param name="View">mine, team (everybody's in the markets in scope) or done.</param>
    /// <param name="About">Page of a record: only the tasks about it.</param>
    public sealed record Request(string? View = Mine, string? About = null);
    /// <param name="DaysLeft">Until the due day in the market's own day; negative when late.</param>
    public sealed record Item(long Id, string Market, string Title, string Note, DateOnly DueDay, int DaysLeft, long PersonId, string PersonName,
        string SubjectPath, string SubjectName, string AuthorName, DateTimeOffset CreatedAt, DateTimeOffset? DoneAt);

    /// <summary>Tasks of the markets in scope; another's task does not exist.</summary>
    internal static IQueryable<TeamTask> Visible(AppDb db, Actor actor) =>
        actor.MarketIds is { } markets ? db.TeamTasks.Where(t => markets.Contains(t.MarketId)) : db.TeamTasks;

    public static async Task<IReadOnlyList<Item>> Handle(Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(TasksRoom.Work);
        var view = request.View ?? Mine;
        if (!Views.Contains(view)) throw new Refused("task_view", view, string.Join(", ", Views));
        var tasks = Visible(db, actor);
        tasks = view == Done ? tasks.Where(t => t.DoneAt != null) : tasks.Where(t => t.DoneAt == null);
        if (request.About is { } page) tasks = tasks.Where(t => t.SubjectPath == page);
        else if (view == Mine) tasks = tasks.Where(t => t.PersonId == actor.PersonId);
        return await Items((view == Done ? tasks.OrderByDescending(t => t.DoneAt).ThenByDescending(t => t.Id) : tasks.OrderBy(t => t.DueDay).ThenBy(t => t.Id)).Take(Most), db, clock, cancel);
    }

    /// <summary>The tasks in their order, with the names around them.</summary>
    internal static async Task<IReadOnlyList<Item>> Items(IQueryable<TeamTask> tasks, AppDb db, TimeProvider clock, CancellationToken cancel)
    {
        var rows = await tasks.AsNoTracking().ToListAsync(cancel);
        var markets = await db.Markets.AsNoTracking().Where(m => rows.Select(t => t.MarketId).Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancel);
        var people = await db.People.Where(p => rows.Select(t => t.PersonId).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var now = clock.GetUtcNow();
        return [.. from t in rows
                   let market = markets[t.MarketId]
                   select new Item(t.Id, market.Code, t.Title, t.Note, t.DueDay, t.DueDay.DayNumber - market.Rules.DayOf(now).DayNumber, t.PersonId,
                       people.GetValueOrDefault(t.PersonId, ""), t.SubjectPath, t.SubjectName, t.AuthorName, t.CreatedAt, t.DoneAt)];
    }
}
