using System.Xml.Linq;

namespace Showrunner.Office;

/// <summary>The working days and holidays in a project file.</summary>
internal static class PlanCalendarReader
{
    public static WorkCalendar Of(XElement calendar)
    {
        var week = new Dictionary<DayOfWeek, IReadOnlyList<Shift>>();
        var special = new List<SpecialDays>();
        foreach (var day in Inside(calendar, "WeekDays"))
        {
            var type = (int)(PlanValue.Number(day, "DayType") ?? 0);
            if (type is >= 1 and <= 7 && Shifts(day) is { Count: > 0 } shifts) week[(DayOfWeek)(type - 1)] = shifts;
            // So the programs before 2007 wrote holidays; later ones write them twice.
            if (type == 0 && !Inside(calendar, "Exceptions").Any()) special.AddRange(SpecialDaysReader.Of(day, Shifts(day)));
        }
        foreach (var one in Inside(calendar, "Exceptions")) special.AddRange(SpecialDaysReader.Of(one, Shifts(one)));
        return new WorkCalendar(PlanValue.Text(calendar, "Name") ?? "", week) { Special = special };
    }

    private static IEnumerable<XElement> Inside(XElement element, string name) => element.Elements().Where(e => e.Name.LocalName == name).Elements();

    private static List<Shift> Shifts(XElement day) => !PlanValue.Flag(day, "DayWorking") ? [] :
        [.. Inside(day, "WorkingTimes").Where(t => PlanValue.Text(t, "FromTime") is not null).Select(t => new Shift(PlanValue.Clock(PlanValue.Text(t, "FromTime")!), PlanValue.Clock(PlanValue.Text(t, "ToTime") ?? "00:00:00")))];
}
