using Showrunner.Markets;
using Showrunner.Office;

namespace Showrunner.Tasks;

/// <summary>Tasks as rows of a project plan: from the day they were given until their deadline, with whoever is to do them.</summary>
public static class TaskPlan
{
    private static readonly TimeOnly Morning = new(8, 0), Evening = new(17, 0);

    /// <param name="people">Name and address of each assignee, by row number.</param>
    /// <param name="first">Number of the first row.</param>
    /// <param name="level">In the outline.</param>
    /// <param name="uid">Turns the number in the list into the row's.</param>
    public static (IReadOnlyList<PlanTask> Rows, IReadOnlyList<PlanResource> People, IReadOnlyList<PlanAssignment> Assignments) Rows(
        IReadOnlyList<TeamTask> tasks, MarketRules rules, IReadOnlyDictionary<long, (string Name, string Email)> people, int first, int level, Func<int, int> uid)
    {
        var resources = tasks.Select(t => t.PersonId).Where(people.ContainsKey).Distinct().OrderBy(p => people[p].Name, StringComparer.Ordinal).ThenBy(p => p).Select((id, at) => (id, Resource: new PlanResource(at + 1, people[id].Name) { Email = people[id].Email })).ToDictionary(p => p.id, p => p.Resource);
        var rows = tasks.Select((task, at) => (task, Row: Row(task, rules, uid(first + at), level))).ToList();
        return ([.. rows.Select(r => r.Row)], [.. resources.Values], [.. rows.Where(r => resources.ContainsKey(r.task.PersonId)).Select(r => new PlanAssignment(r.Row.Uid, resources[r.task.PersonId].Uid))]);
    }

    private static PlanTask Row(TeamTask task, MarketRules rules, int uid, int level)
    {
        var given = rules.DayOf(task.CreatedAt);
        var due = task.DueDay.ToDateTime(Evening);
        // A deadline on a day off would move to the next working day.
        return new PlanTask(uid, task.Title, (given < task.DueDay ? given : task.DueDay).ToDateTime(Morning), due)
        {
            Level = level,
            IsFixed = DaysOff.IsOff(rules.Code, task.DueDay),
            Deadline = due,
            PercentComplete = task.DoneAt is null ? 0 : 100,
            Notes = string.Join('\n', new[] { task.SubjectName, task.Note }.Where(text => text.Length > 0)),
        };
    }
}
