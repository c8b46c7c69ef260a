using System.Text;
using System.Text.Json;

namespace Showrunner.Office.Tests;

/// <summary>Calendars as another program reads them.</summary>
public sealed class CalendarTests
{
    // Times come back in UTC, converted by the zone in the file, never by the machine's own.
    private const string Reader = """
        import sys, json, datetime, icalendar
        c = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
        zones = {str(z['TZID']): z.to_tz() for z in c.walk('VTIMEZONE')}
        def moment(p):
            t = p.dt
            if not isinstance(t, datetime.datetime): return t.isoformat()
            zone = p.params.get('TZID')
            if zone: t = zones[zone].localize(t.replace(tzinfo=None))
            return t.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%MZ')
        def event(e):
            people = e.get('ATTENDEE', [])
            people = people if isinstance(people, list) else [people]
            return {'uid': str(e['UID']), 'summary': str(e['SUMMARY']), 'text': str(e.get('DESCRIPTION', '')), 'place': str(e.get('LOCATION', '')), 'start': moment(e['DTSTART']), 'end': moment(e['DTEND']),
                'sequence': int(e['SEQUENCE']), 'status': str(e['STATUS']), 'link': str(e.get('URL', '')), 'rule': e['RRULE'].to_ical().decode() if 'RRULE' in e else None,
                'people': [[str(p), p.params.get('CN'), p.params.get('ROLE'), p.params.get('PARTSTAT'), p.params.get('RSVP')] for p in people],
                'organizer': str(e.get('ORGANIZER', '')), 'categories': [str(x) for x in e['CATEGORIES'].cats] if 'CATEGORIES' in e else [],
                'alarms': [int(a['TRIGGER'].dt.total_seconds()) for a in e.walk('VALARM')], 'errors': [str(x) for x in e.errors]}
        print(json.dumps({'method': str(c['METHOD']), 'zones': {k: [o['RRULE'].to_ical().decode() if 'RRULE' in o else None for o in z.subcomponents] for k, z in ((str(z['TZID']), z) for z in c.walk('VTIMEZONE'))},
            'events': [event(e) for e in c.walk('VEVENT')]}))
        """;

    private static readonly DateTimeOffset Written = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly Mailbox Desk = new("desk@example.com", "Desk \"Jakarta\"");

    internal static CalendarSpec Invitation => new(CalendarMethod.Request, Written, new CalendarEvent("live-4711@desk.example.com", "LIVE: 11.11; \"Góc bếp\", Ayu \\ Rini 🎉", At("Asia/Jakarta", 2026, 11, 25, 19, 30, 7))
    {
        Sequence = 2,
        Description = "Bring:\r\n- ring light, tripod; " + string.Concat(Enumerable.Repeat("ờ🎉", 80)),
        Location = "Studio 2, Jl. Sudirman",
        Link = new Uri("https://desk.example.com/lives/4711?x=1,2;3"),
        Categories = ["LIVE", "Campaign 11.11"],
        Organizer = Desk,
        Attendees = [new(new("ayu@example.com", "Ayu: \"Lestari\"; x")), new(new("lead@example.com")) { IsOptional = true, IsAsked = false, Answer = AttendeeAnswer.Accepted }],
        Alarms = [new(TimeSpan.FromMinutes(90)), new(TimeSpan.FromDays(1), "Tomorrow")],
    });

    private static EventTime At(string zone, int year, int month, int day, int hour, int minute, double offset)
    {
        var start = new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.FromHours(offset));
        return EventTime.Between(start, start.AddHours(2), TimeZoneInfo.FindSystemTimeZoneById(zone));
    }

    private static JsonElement Read(CalendarSpec spec) => Tools.Python(Reader, "python3-icalendar", Encoding.UTF8.GetBytes(CalendarWriter.Text(spec)));

    [Fact]
    public void An_invitation_says_when_where_and_who_to_another_program()
    {
        var spec = Invitation;
        var read = Read(spec);
        Assert.Equal("REQUEST", read.GetProperty("method").GetString());
        var one = read.GetProperty("events")[0];
        Assert.Equal(spec.Events[0].Summary, one.GetProperty("summary").GetString());
        Assert.Equal(spec.Events[0].Description!.ReplaceLineEndings("\n"), one.GetProperty("text").GetString());
        Assert.Equal("Studio 2, Jl. Sudirman", one.GetProperty("place").GetString());
        Assert.Equal("https://desk.example.com/lives/4711?x=1,2;3", one.GetProperty("link").GetString());
        Assert.Equal(("2026-11-25T12:30Z", "2026-11-25T14:30Z"), (one.GetProperty("start").GetString(), one.GetProperty("end").GetString()));
        Assert.Equal("""[["mailto:ayu@example.com","Ayu: 'Lestari'; x","REQ-PARTICIPANT","NEEDS-ACTION","TRUE"],["mailto:lead@example.com",null,"OPT-PARTICIPANT","ACCEPTED","FALSE"]]""", JsonSerializer.Serialize(one.GetProperty("people")).Replace("\\u0027", "'", StringComparison.Ordinal));
        Assert.Equal(["LIVE", "Campaign 11.11"], one.GetProperty("categories").EnumerateArray().Select(c => c.GetString()!));
        Assert.Equal([-5400, -86400], one.GetProperty("alarms").EnumerateArray().Select(a => a.GetInt32()));
        Assert.Equal(2, one.GetProperty("sequence").GetInt32());
        Assert.Equal("mailto:desk@example.com", one.GetProperty("organizer").GetString());
        Assert.Empty(one.GetProperty("errors").EnumerateArray());
        Assert.Equal("CANCELLED", Read(spec with { Method = CalendarMethod.Cancel }).GetProperty("events")[0].GetProperty("status").GetString());
    }

    [Fact]
    public void Clocks_are_written_out_with_the_rules_by_which_they_change()
    {
        CalendarEvent Event(string id, EventTime time) => new(id, id, time);
        var feed = new CalendarSpec(CalendarMethod.Publish, Written,
            Event("winter", At("Europe/Berlin", 2026, 12, 1, 9, 0, 1)), Event("summer", At("Europe/Berlin", 2027, 7, 1, 9, 0, 2)),
            Event("west-winter", At("America/Los_Angeles", 2026, 12, 1, 9, 0, -8)), Event("west-summer", At("America/Los_Angeles", 2027, 3, 14, 9, 0, -7)),
            Event("india", At("Asia/Kolkata", 2026, 12, 1, 9, 0, 5.5)), Event("utc", At("UTC", 2026, 12, 1, 9, 0, 0)),
            Event("once", At("Europe/Berlin", 2026, 10, 25, 2, 30, 2)), Event("again", At("Europe/Berlin", 2026, 10, 25, 2, 30, 1)),
            Event("moon", At("Africa/Casablanca", 2027, 2, 20, 9, 0, 0)), Event("moon-after", At("Africa/Casablanca", 2027, 6, 1, 9, 0, 1)),
            Event("days", EventTime.AllDay(new DateOnly(2026, 12, 24), new DateOnly(2026, 12, 26))))
        { Name = "LIVE, plan", Refresh = TimeSpan.FromHours(1) };
        var read = Read(feed);
        var zones = read.GetProperty("zones");
        Assert.Equal(["FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"], zones.GetProperty("Europe/Berlin").EnumerateArray().Select(r => r.GetString()!));
        Assert.Equal(["FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"], zones.GetProperty("America/Los_Angeles").EnumerateArray().Select(r => r.GetString()!));
        Assert.Equal(1, zones.GetProperty("Asia/Kolkata").GetArrayLength());
        var starts = read.GetProperty("events").EnumerateArray().ToDictionary(e => e.GetProperty("uid").GetString()!, e => e.GetProperty("start").GetString());
        foreach (var one in feed.Events.Where(e => e.Time.Zone is not null && e.Uid is not ("once" or "again")))
            Assert.Equal(new DateTimeOffset(one.Time.Start, one.Time.Zone!.GetUtcOffset(one.Time.Start)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'"), starts[one.Uid]);
        Assert.Equal("2026-10-25T01:30Z", starts["again"]);
        Assert.Equal(("2026-12-24", "2026-12-27"), (starts["days"], read.GetProperty("events").EnumerateArray().Last().GetProperty("end").GetString()));
    }

    [Fact]
    public void Recurrences_end_and_skip_as_said()
    {
        var live = Invitation.Events[0];
        string Rule(Recurrence again, EventTime? time = null) =>
            Read(new CalendarSpec(CalendarMethod.Publish, Written, live with { Repeats = again, Time = time ?? live.Time })).GetProperty("events")[0].GetProperty("rule").GetString()!;
        Assert.Equal("FREQ=WEEKLY;COUNT=8;BYDAY=WE,FR", Rule(new Recurrence(Frequency.Weekly) { Days = [DayOfWeek.Wednesday, DayOfWeek.Friday], Times = 8 }));
        Assert.Equal("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", Rule(new Recurrence(Frequency.Monthly, 2) { Days = [DayOfWeek.Friday], Place = -1 }));
        Assert.Equal("FREQ=DAILY;UNTIL=20261231T165959Z", Rule(new Recurrence(Frequency.Daily) { Until = new DateOnly(2026, 12, 31) }));
        Assert.Equal("FREQ=DAILY;UNTIL=20261231", Rule(new Recurrence(Frequency.Daily) { Until = new DateOnly(2026, 12, 31) }, EventTime.AllDay(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 1))));
        var text = CalendarWriter.Text(new CalendarSpec(CalendarMethod.Publish, Written, live with { Repeats = new Recurrence(Frequency.Daily) { Except = [new DateOnly(2026, 12, 25)] } }));
        Assert.Contains("EXDATE;TZID=Asia/Jakarta:20261225T193000\r\n", text, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Rule(new Recurrence(Frequency.Daily, 0)));
        Assert.Throws<ArgumentException>(() => Rule(new Recurrence(Frequency.Daily) { Times = 1, Until = new DateOnly(2026, 12, 31) }));
        Assert.Throws<ArgumentException>(() => Rule(new Recurrence(Frequency.Monthly) { Place = 1 }));
    }

    [Fact]
    public void Lines_are_folded_between_letters_and_no_value_begins_a_line()
    {
        var text = CalendarWriter.Text(Invitation);
        Assert.Equal(text, CalendarWriter.Text(Invitation));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', text);
        var live = Invitation.Events[0];
        var evil = CalendarWriter.Text(Invitation with { Events = [live with { Uid = "x\r\nATTENDEE:mailto:a@b", Summary = "a\rATTENDEE:mailto:a@b", Location = "a\u2028b\nEND:VEVENT", Organizer = new Mailbox("a@b", "x\r\nEND:VEVENT") }] });
        Assert.Equal(2, evil.Split("\r\n").Count(l => l.StartsWith("ATTENDEE", StringComparison.Ordinal)));
        Assert.Single(evil.Split("\r\n"), "END:VEVENT");
        Assert.Throws<ArgumentException>(() => CalendarWriter.Text(Invitation with { Events = [] }));
        Assert.Throws<ArgumentException>(() => CalendarWriter.Text(Invitation with { Events = [live, live] }));
        Assert.Throws<ArgumentException>(() => CalendarWriter.Text(Invitation with { Events = [live with { Organizer = null }] }));
        Assert.Throws<ArgumentException>(() => CalendarWriter.Text(Invitation with { Events = [live with { Attendees = [] }] }));
        Assert.Throws<ArgumentException>(() => EventTime.AllDay(new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 1)));
    }
}
