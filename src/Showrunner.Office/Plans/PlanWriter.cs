using System.Text;
using System.Xml;

namespace Showrunner.Office;

/// <summary>Writes project plans (MSPDI XML), which Microsoft Project, ProjectLibre and others open. The same plan gives the same bytes.</summary>
public static class PlanWriter
{
    /// <summary>Writes the plan and leaves the stream open.</summary>
    /// <exception cref="ArgumentException">
    /// Two tasks or resources with one id, or an id below 1; a level left out; a task that ends before it begins; a percentage other than 0 to 100;
    /// a link or an assignment to what is not there; a task that waits for itself.
    /// </exception>
    public static void Write(Stream output, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(plan);
        PlanCheck.Of(plan);
        using var writer = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false, Indent = true, NewLineChars = "\n" });
        writer.WriteStartDocument(standalone: true);
        var xml = new PlanXml(writer);
        xml.Open("Project");
        Head(xml, plan);
        PlanCalendarXml.Write(xml, plan.Calendar);
        new PlanTaskXml(xml, plan).Write();
        Resources(xml, plan);
        Assignments(xml, plan);
        xml.Close();
    }

    private static void Head(PlanXml xml, Plan plan)
    {
        var week = plan.Calendar.Week.Values.Sum(s => WorkCalendar.Length(s).TotalMinutes);
        var day = plan.Calendar.Week.Values.Where(s => s.Count > 0).MaxBy(WorkCalendar.Length);
        xml.Number("SaveVersion", 14);
        xml.Text("Name", plan.Name);
        xml.Text("Title", plan.Name);
        xml.Text("Subject", plan.Subject);
        xml.Text("Company", plan.Company);
        xml.Text("Author", plan.Author);
        xml.Time("CreationDate", plan.Saved);
        xml.Time("LastSaved", plan.Saved);
        xml.Flag("ScheduleFromStart", true);
        xml.Time("StartDate", plan.Start);
        xml.Time("FinishDate", plan.Finish);
        if (plan.Currency is { } currency)
        {
            xml.Number("CurrencyDigits", MoneyFormats.Decimals(currency));
            xml.Text("CurrencyCode", currency);
        }
        xml.Number("CalendarUID", 1);
        xml.Clock("DefaultStartTime", day is null ? new TimeOnly(8, 0) : day[0].From);
        xml.Clock("DefaultFinishTime", day is null ? new TimeOnly(17, 0) : day[^1].To);
        xml.Number("MinutesPerDay", (decimal)plan.Calendar.Day.TotalMinutes);
        xml.Number("MinutesPerWeek", (decimal)(week > 0 ? week : 2400));
        xml.Number("DaysPerMonth", 20);
        xml.Number("DurationFormat", 7);
        xml.Number("WorkFormat", 2);
        xml.Flag("HonorConstraints", false);
        xml.Flag("NewTasksEffortDriven", false);
        xml.Number("WeekStartDay", 1);
        xml.Flag("NewTasksAreManual", false);
    }

    private static void Resources(PlanXml xml, Plan plan)
    {
        xml.Open("Resources");
        foreach (var (resource, id) in plan.Resources.Select((r, i) => (r, i + 1)))
        {
            xml.Open("Resource");
            xml.Number("UID", resource.Uid);
            xml.Number("ID", id);
            xml.Text("Name", resource.Name.ReplaceLineEndings(" "));
            xml.Number("Type", resource.Kind == ResourceKind.Work ? 1 : 0);
            xml.Flag("IsNull", false);
            xml.Text("Group", resource.Group);
            xml.Text("EmailAddress", resource.Email);
            if (resource.Kind == ResourceKind.Work)
            {
                xml.Number("MaxUnits", resource.Units);
                xml.Number("CalendarUID", -1);
            }
            xml.Flag("IsCostResource", resource.Kind == ResourceKind.Cost);
            xml.Close();
        }
        xml.Close();
    }

    private static void Assignments(PlanXml xml, Plan plan)
    {
        var tasks = plan.Tasks.ToDictionary(t => t.Uid);
        var people = plan.Resources.Where(r => r.Kind == ResourceKind.Work).Select(r => r.Uid).ToHashSet();
        xml.Open("Assignments");
        foreach (var (one, uid) in plan.Assignments.Select((a, i) => (a, i + 1)))
        {
            var task = tasks[one.Task];
            var work = people.Contains(one.Resource) ? PlanTaskXml.Length(plan, task) * (double)one.Units : TimeSpan.Zero;
            xml.Open("Assignment");
            xml.Number("UID", uid);
            xml.Number("TaskUID", one.Task);
            xml.Number("ResourceUID", one.Resource);
            xml.Number("PercentWorkComplete", task.PercentComplete);
            xml.Time("Finish", task.Finish);
            xml.Flag("Milestone", task.IsMilestone);
            xml.Time("Start", task.Start);
            xml.Number("Units", one.Units);
            xml.Length("Work", work);
            xml.Close();
        }
        xml.Close();
    }
}
