namespace Showrunner.Office;

/// <summary>The working days and holidays of a plan.</summary>
internal static class PlanCalendarXml
{
    public static void Write(PlanXml xml, WorkCalendar calendar)
    {
        xml.Open("Calendars");
        xml.Open("Calendar");
        xml.Number("UID", 1);
        xml.Text("Name", calendar.Name);
        xml.Flag("IsBaseCalendar", true);
        xml.Number("BaseCalendarUID", -1);
        xml.Open("WeekDays");
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            xml.Open("WeekDay");
            xml.Number("DayType", (int)day + 1);
            Hours(xml, calendar.Week.GetValueOrDefault(day, []));
            xml.Close();
        }
        xml.Close();
        if (calendar.Special.Count > 0)
        {
            xml.Open("Exceptions");
            foreach (var days in calendar.Special) Special(xml, days);
            xml.Close();
        }
        xml.Close();
        xml.Close();
    }

    private static void Special(PlanXml xml, SpecialDays days)
    {
        xml.Open("Exception");
        xml.Flag("EnteredByOccurrences", false);
        xml.Open("TimePeriod");
        xml.Time("FromDate", days.First.ToDateTime(default));
        xml.Time("ToDate", days.Last.ToDateTime(new TimeOnly(23, 59)));
        xml.Close();
        xml.Number("Occurrences", days.Last.DayNumber - days.First.DayNumber + 1);
        xml.Text("Name", days.Name);
        xml.Number("Type", 1);
        Hours(xml, days.Shifts);
        xml.Close();
    }

    private static void Hours(PlanXml xml, IReadOnlyList<Shift> shifts)
    {
        xml.Flag("DayWorking", shifts.Count > 0);
        if (shifts.Count == 0) return;
        xml.Open("WorkingTimes");
        foreach (var shift in shifts)
        {
            xml.Open("WorkingTime");
            xml.Clock("FromTime", shift.From);
            xml.Clock("ToTime", shift.To);
            xml.Close();
        }
        xml.Close();
    }
}
