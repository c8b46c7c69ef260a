using System.Globalization;

namespace Showrunner.Office;

/// <summary>One event in a calendar file.</summary>
internal static class EventLines
{
    public static void Write(IcsLines lines, CalendarSpec calendar, CalendarEvent one)
    {
        Check(calendar.Method, one);
        lines.Add("BEGIN", "VEVENT");
        lines.Text("UID", MailText.Clean(one.Uid));
        lines.Add("DTSTAMP", IcsTime.Utc(calendar.Written));
        lines.Add("SEQUENCE", one.Sequence.ToString(CultureInfo.InvariantCulture));
        Time(lines, "DTSTART", one.Time, one.Time.Start);
        Time(lines, "DTEND", one.Time, one.Time.End);
        if (one.Repeats is { } again)
        {
            lines.Add("RRULE", again.Rule(one.Time));
            foreach (var day in again.Except) Time(lines, "EXDATE", one.Time, day.ToDateTime(TimeOnly.FromDateTime(one.Time.Start)));
        }
        lines.Text("SUMMARY", one.Summary);
        lines.Text("DESCRIPTION", one.Description);
        lines.Text("LOCATION", one.Location);
        if (one.Link is { IsAbsoluteUri: true } link) lines.Add("URL", link.AbsoluteUri);
        if (one.Categories.Count > 0) lines.Add("CATEGORIES", string.Join(',', one.Categories.Select(IcsLines.Escaped)));
        lines.Add("STATUS", calendar.Method == CalendarMethod.Cancel ? "CANCELLED" : one.IsTentative ? "TENTATIVE" : "CONFIRMED");
        lines.Add("TRANSP", one.IsFree ? "TRANSPARENT" : "OPAQUE");
        if (one.Organizer is { } organizer) lines.Add("ORGANIZER" + Named(organizer), "mailto:" + organizer.Address);
        foreach (var attendee in one.Attendees) Invite(lines, attendee);
        foreach (var alarm in one.Alarms) Remind(lines, one, alarm);
        lines.Add("END", "VEVENT");
    }

    private static void Check(CalendarMethod method, CalendarEvent one)
    {
        if (string.IsNullOrWhiteSpace(one.Uid)) throw new ArgumentException("An event needs an id.");
        if (one.Sequence < 0) throw new ArgumentException("An event's changes are counted from 0.");
        if (method != CalendarMethod.Publish && one.Organizer is null) throw new ArgumentException("An invitation needs an organizer.");
        if (method == CalendarMethod.Request && one.Attendees.Count == 0) throw new ArgumentException("An invitation invites somebody.");
        if (one.Alarms.Any(a => a.Before < TimeSpan.Zero)) throw new ArgumentException("A reminder comes before the event.");
    }

    private static void Time(IcsLines lines, string name, EventTime time, DateTime value)
    {
        if (time.Zone is null) lines.Add(name + ";VALUE=DATE", IcsTime.Day(value));
        else if (IcsTime.Name(time.Zone) is { } zone) lines.Add($"{name};TZID={zone}", IcsTime.Clock(value));
        else lines.Add(name, IcsTime.Clock(value) + "Z");
    }

    private static void Invite(IcsLines lines, Attendee attendee)
    {
        var answer = attendee.Answer == AttendeeAnswer.None ? "NEEDS-ACTION" : attendee.Answer.ToString().ToUpperInvariant();
        lines.Add($"ATTENDEE{Named(attendee.Person)};CUTYPE=INDIVIDUAL;ROLE={(attendee.IsOptional ? "OPT" : "REQ")}-PARTICIPANT;PARTSTAT={answer};RSVP={(attendee.IsAsked ? "TRUE" : "FALSE")}", "mailto:" + attendee.Person.Address);
    }

    private static string Named(Mailbox person) => person.Name.Length > 0 ? ";CN=" + IcsLines.Quoted(person.Name) : "";

    private static void Remind(IcsLines lines, CalendarEvent one, Alarm alarm)
    {
        lines.Add("BEGIN", "VALARM");
        lines.Add("ACTION", "DISPLAY");
        lines.Add("TRIGGER", "-" + IcsTime.Length(alarm.Before));
        lines.Text("DESCRIPTION", string.IsNullOrWhiteSpace(alarm.Text) ? one.Summary : alarm.Text);
        lines.Add("END", "VALARM");
    }
}
