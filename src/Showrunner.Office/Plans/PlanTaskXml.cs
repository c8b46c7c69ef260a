using System.Globalization;

namespace Showrunner.Office;

/// <summary>The tasks of a plan, numbered by their place in the outline.</summary>
internal sealed class PlanTaskXml(PlanXml xml, Plan plan)
{
    private const int DaysShown = 7;
    private const int NotBefore = 4;
    private readonly List<int> outline = [];

    public void Write()
    {
        xml.Open("Tasks");
        Whole();
        for (var i = 0; i < plan.Tasks.Count; i++)
            Write(plan.Tasks[i], i + 1, i + 1 < plan.Tasks.Count && plan.Tasks[i + 1].Level > plan.Tasks[i].Level);
        xml.Close();
    }

    /// <summary>Working time of a task.</summary>
    public static TimeSpan Length(Plan plan, PlanTask task) => task.IsMilestone ? TimeSpan.Zero : task.Duration ?? plan.Calendar.Between(task.Start, task.Finish);

    // Project itself keeps the plan as a task before the first.
    private void Whole()
    {
        xml.Open("Task");
        xml.Number("UID", 0);
        xml.Number("ID", 0);
        xml.Text("Name", plan.Name);
        xml.Text("OutlineNumber", "0");
        xml.Number("OutlineLevel", 0);
        xml.Time("Start", plan.Start);
        xml.Time("Finish", plan.Finish);
        xml.Length("Duration", plan.Calendar.Between(plan.Start, plan.Finish));
        xml.Number("DurationFormat", DaysShown);
        xml.Flag("Summary", true);
        xml.Close();
    }

    private void Write(PlanTask task, int id, bool group)
    {
        var length = Length(plan, task);
        var done = TimeSpan.FromMinutes(Math.Round(length.TotalMinutes * task.PercentComplete / 100));
        var number = Outline(task.Level);
        xml.Open("Task");
        xml.Number("UID", task.Uid);
        xml.Number("ID", id);
        xml.Text("Name", task.Name.ReplaceLineEndings(" "));
        xml.Flag("Active", true);
        xml.Flag("Manual", task.IsFixed);
        xml.Number("Type", 1);
        xml.Flag("IsNull", false);
        xml.Text("WBS", number);
        xml.Text("OutlineNumber", number);
        xml.Number("OutlineLevel", task.Level);
        xml.Number("Priority", 500);
        xml.Time("Start", task.Start);
        xml.Time("Finish", task.Finish);
        xml.Length("Duration", length);
        if (task.IsFixed)
        {
            xml.Time("ManualStart", task.Start);
            xml.Time("ManualFinish", task.Finish);
            xml.Length("ManualDuration", length);
        }
        xml.Number("DurationFormat", DaysShown);
        xml.Flag("EffortDriven", false);
        xml.Flag("Estimated", false);
        xml.Flag("Milestone", task.IsMilestone);
        xml.Flag("Summary", group);
        xml.Number("PercentComplete", task.PercentComplete);
        xml.Number("PercentWorkComplete", task.PercentComplete);
        if (task.PercentComplete > 0) xml.Time("ActualStart", task.Start);
        if (task.PercentComplete == 100) xml.Time("ActualFinish", task.Finish);
        xml.Length("ActualDuration", done);
        xml.Length("RemainingDuration", length - done);
        // Without it Project would move every task as early as its links allow.
        xml.Number("ConstraintType", group ? 0 : NotBefore);
        xml.Number("CalendarUID", -1);
        if (!group) xml.Time("ConstraintDate", task.Start);
        xml.Time("Deadline", task.Deadline);
        xml.Text("Notes", task.Notes);
        foreach (var link in task.Predecessors) Write(link);
        xml.Close();
    }

    private void Write(PlanLink link)
    {
        xml.Open("PredecessorLink");
        xml.Number("PredecessorUID", link.Uid);
        xml.Number("Type", (int)link.Kind);
        xml.Flag("CrossProject", false);
        xml.Number("LinkLag", (decimal)Math.Round(link.Lag.TotalMinutes * 10));
        xml.Number("LagFormat", DaysShown);
        xml.Close();
    }

    private string Outline(int level)
    {
        if (outline.Count >= level) outline.RemoveRange(level, outline.Count - level);
        else outline.Add(0);
        outline[level - 1]++;
        return string.Join('.', outline.Select(n => n.ToString(CultureInfo.InvariantCulture)));
    }
}
