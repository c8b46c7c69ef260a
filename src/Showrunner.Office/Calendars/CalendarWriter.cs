using System.Text;

namespace Showrunner.Office;

/// <summary>Writes calendars (ICS, RFC 5545) for Outlook, Google Calendar, Apple and others. The same specification gives the same bytes.</summary>
public static class CalendarWriter
{
    /// <summary>Writes the calendar in UTF-8 and leaves the stream open.</summary>
    /// <exception cref="ArgumentException">
    /// No event in an invitation; two events with one id; an event without id; an invitation without organizer or invited; a recurrence or a reminder that cannot be;
    /// a time zone of no IANA name.
    /// </exception>
    public static void Write(Stream output, CalendarSpec spec)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Encoding.UTF8.GetBytes(Text(spec)));
    }

    /// <summary>The calendar as text; refuses what <see cref="Write"/> refuses.</summary>
    public static string Text(CalendarSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (spec.Events.Count == 0 && spec.Method != CalendarMethod.Publish) throw new ArgumentException("An invitation needs an event.", nameof(spec));
        if (spec.Events.DistinctBy(e => e.Uid).Count() < spec.Events.Count) throw new ArgumentException("Two events have one id.", nameof(spec));
        var lines = new IcsLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.Text("PRODID", MailText.Clean(spec.Product));
        lines.Add("CALSCALE", "GREGORIAN");
        lines.Add("METHOD", Method(spec));
        lines.Text("NAME", spec.Name);
        lines.Text("X-WR-CALNAME", spec.Name);
        if (spec.Refresh is { } refresh)
        {
            lines.Add("REFRESH-INTERVAL;VALUE=DURATION", IcsTime.Length(refresh));
            lines.Add("X-PUBLISHED-TTL", IcsTime.Length(refresh));
        }
        foreach (var zone in spec.Events.Where(e => e.Time.Zone is { } z && IcsTime.Name(z) is not null).GroupBy(e => e.Time.Zone!.Id).OrderBy(g => g.Key, StringComparer.Ordinal))
            ZoneLines.Write(lines, zone.First().Time.Zone!, zone.Min(e => e.Time.Start.Year), zone.Max(e => e.Time.End.Year));
        foreach (var one in spec.Events) EventLines.Write(lines, spec, one);
        lines.Add("END", "VCALENDAR");
        return lines.ToString();
    }

    internal static string Method(CalendarSpec spec) => spec.Method.ToString().ToUpperInvariant();
}
