namespace Showrunner.Office;

/// <summary>What Project would refuse or silently change.</summary>
internal static class PlanCheck
{
    public static void Of(Plan plan)
    {
        var tasks = plan.Tasks.Select(t => t.Uid).ToHashSet();
        var resources = plan.Resources.Select(r => r.Uid).ToHashSet();
        Must(tasks.Count == plan.Tasks.Count && resources.Count == plan.Resources.Count, "Two tasks or two resources have one id.");
        Must(tasks.Concat(resources).All(id => id > 0), "Ids of tasks and resources begin at 1.");
        var level = 0;
        foreach (var task in plan.Tasks)
        {
            Must(task.Level >= 1 && task.Level <= level + 1, $"Task {task.Uid} stands more than one level deeper than the task before.");
            Must(task.Finish >= task.Start, $"Task {task.Uid} ends before it begins.");
            Must(task.PercentComplete is >= 0 and <= 100, $"Task {task.Uid} is done by a percentage of 0 to 100.");
            Must(task.Predecessors.All(l => l.Uid != task.Uid && tasks.Contains(l.Uid)), $"Task {task.Uid} waits for itself or for a task that is not there.");
            level = task.Level;
        }
        Must(plan.Assignments.All(a => tasks.Contains(a.Task) && resources.Contains(a.Resource)), "An assignment names a task or a resource that is not there.");
    }

    private static void Must(bool holds, string otherwise)
    {
        if (!holds) throw new ArgumentException(otherwise);
    }
}
