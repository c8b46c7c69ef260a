using System.Globalization;
using System.Xml.Linq;

namespace Showrunner.Office;

/// <summary>What has been read of a project file so far.</summary>
internal sealed class PlanFile
{
    private static readonly string[] Lists = ["Calendars", "Tasks", "Resources", "Assignments"];
    private static readonly string[] Single = ["Name", "Title", "Subject", "Author", "Company", "LastSaved", "StartDate", "CurrencyCode", "CalendarUID", "MinutesPerDay"];

    private readonly Dictionary<string, string> head = [];
    private readonly Dictionary<string, WorkCalendar> calendars = [];
    private readonly List<XElement> tasks = [];
    private readonly List<PlanResource> resources = [];
    private readonly List<PlanAssignment> assignments = [];

    public static bool Heads(string name) => Single.Contains(name);

    public bool Knows(string name) => Lists.Contains(name);

    public void Head(XElement element) => head[element.Name.LocalName] = element.Value.Trim();

    public void Add(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "Calendar" when PlanValue.Number(element, "UID") is { } uid:
                calendars[uid.ToString(CultureInfo.InvariantCulture)] = PlanCalendarReader.Of(element);
                break;
            case "Task" when PlanValue.Number(element, "UID") > 0 && !PlanValue.Flag(element, "IsNull") && PlanValue.Number(element, "OutlineLevel") is not 0:
                tasks.Add(element);
                break;
            case "Resource" when PlanValue.Number(element, "UID") is > 0 and var uid && !PlanValue.Flag(element, "IsNull"):
                resources.Add(new PlanResource((int)uid, PlanValue.Text(element, "Name") ?? "")
                {
                    Kind = PlanValue.Flag(element, "IsCostResource") || PlanValue.Number(element, "Type") == 2 ? ResourceKind.Cost : PlanValue.Number(element, "Type") == 0 ? ResourceKind.Material : ResourceKind.Work,
                    Units = PlanValue.Number(element, "MaxUnits") ?? 1,
                    Group = PlanValue.Text(element, "Group"),
                    Email = PlanValue.Text(element, "EmailAddress"),
                });
                break;
            // A task without anybody has an assignment to nobody, whose id is below zero.
            case "Assignment" when PlanValue.Number(element, "TaskUID") is > 0 and var task && PlanValue.Number(element, "ResourceUID") is > 0 and var resource:
                assignments.Add(new PlanAssignment((int)task, (int)resource, PlanValue.Number(element, "Units") ?? 1));
                break;
        }
    }

    public Plan Whole()
    {
        var start = head.GetValueOrDefault("StartDate") is { Length: > 0 } text ? PlanValue.Moment(text) : tasks.Select(t => PlanValue.Time(t, "Start")).OfType<DateTime>().DefaultIfEmpty(DateTime.UnixEpoch).Min();
        var day = TimeSpan.FromMinutes(head.GetValueOrDefault("MinutesPerDay") is { Length: > 0 } minutes ? double.Parse(minutes, CultureInfo.InvariantCulture) : 480);
        var all = PlanTaskReader.Of(tasks, start, day);
        var known = all.Select(t => t.Uid).ToHashSet();
        var people = resources.Select(r => r.Uid).ToHashSet();
        return new Plan(Head("Title") ?? Head("Name") ?? "", start, all)
        {
            Saved = Head("LastSaved") is { } saved ? PlanValue.Moment(saved) : start,
            Subject = Head("Subject"),
            Author = Head("Author"),
            Company = Head("Company"),
            Currency = Head("CurrencyCode") is { Length: 3 } code ? code : null,
            Calendar = calendars.GetValueOrDefault(Head("CalendarUID") ?? "") ?? calendars.Values.FirstOrDefault() ?? WorkCalendar.Standard,
            Resources = resources,
            Assignments = [.. assignments.Where(a => known.Contains(a.Task) && people.Contains(a.Resource))],
        };
    }

    private string? Head(string name) => head.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
