namespace Showrunner.Office;

/// <summary>A calendar to write (ICS): a feed to subscribe to, an invitation, or its cancellation.</summary>
/// <param name="Written">When it was written, in UTC; part of every event.</param>
/// <param name="Events">At least one, unless it is published.</param>
public sealed record CalendarSpec(CalendarMethod Method, DateTimeOffset Written, params IReadOnlyList<CalendarEvent> Events)
{
    /// <summary>Names a feed in the calendar program.</summary>
    public string? Name { get; init; }

    /// <summary>How often a subscriber asks again.</summary>
    public TimeSpan? Refresh { get; init; }

    /// <summary>Who made the file, for support.</summary>
    public string Product { get; init; } = "-//Showrunner//Showrunner//EN";
}

/// <summary>What a calendar program does with the events.</summary>
public enum CalendarMethod
{
    /// <summary>Shows them; nobody is asked.</summary>
    Publish,

    /// <summary>Asks the invited for an answer, or tells them of a change. Needs an organizer.</summary>
    Request,

    /// <summary>Takes them away. Needs an organizer.</summary>
    Cancel,
}

/// <summary>Something that takes place.</summary>
/// <param name="Uid">Worldwide unique and the same for every later change, e.g. <c>live-4711@desk.example.com</c>.</param>
/// <param name="Summary">What stands in the calendar.</param>
public sealed record CalendarEvent(string Uid, string Summary, EventTime Time)
{
    /// <summary>Counts the changes, from 0; calendars ignore a change that does not count up.</summary>
    public int Sequence { get; init; }

    /// <summary>What to know: plain text of any length.</summary>
    public string? Description { get; init; }

    public string? Location { get; init; }

    /// <summary>Leads to the event's own page.</summary>
    public Uri? Link { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public Mailbox? Organizer { get; init; }

    public IReadOnlyList<Attendee> Attendees { get; init; } = [];

    public Recurrence? Repeats { get; init; }

    public IReadOnlyList<Alarm> Alarms { get; init; } = [];

    /// <summary>Not yet certain.</summary>
    public bool IsTentative { get; init; }

    /// <summary>Whoever has it in the calendar can still be booked.</summary>
    public bool IsFree { get; init; }
}

/// <summary>Somebody invited.</summary>
public sealed record Attendee(Mailbox Person)
{
    public bool IsOptional { get; init; }

    /// <summary>An answer is awaited.</summary>
    public bool IsAsked { get; init; } = true;

    public AttendeeAnswer Answer { get; init; }
}

/// <summary>What an invited person said.</summary>
public enum AttendeeAnswer
{
    None,
    Accepted,
    Declined,
    Tentative,
}

/// <summary>A reminder.</summary>
/// <param name="Before">How long before the beginning; not negative.</param>
/// <param name="Text">The event's summary when null.</param>
public sealed record Alarm(TimeSpan Before, string? Text = null);
