namespace Showrunner.Office;

/// <summary>When something takes place: between two moments on the clock of a place, or on whole days.</summary>
public sealed record EventTime
{
    private EventTime()
    {
    }

    /// <summary>The clock the event goes by; null on whole days.</summary>
    public TimeZoneInfo? Zone { get; private init; }

    /// <summary>On the clock of <see cref="Zone"/>; midnight on whole days.</summary>
    public DateTime Start { get; private init; }

    /// <summary>The first moment after it, on the same clock.</summary>
    public DateTime End { get; private init; }

    /// <param name="zone">Of the place, as an IANA zone: a weekly event stays at its hour when clocks change.</param>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public static EventTime Between(DateTimeOffset start, DateTimeOffset end, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (end < start) throw new ArgumentException("An event cannot end before it begins.", nameof(end));
        // An hour that a clock shows twice is meant the first time by the format; the second can only be told in UTC.
        var clock = SecondTime(start, zone) || SecondTime(end, zone) ? TimeZoneInfo.Utc : zone;
        return new EventTime { Zone = clock, Start = On(start, clock), End = On(end, clock) };
    }

    /// <param name="last">Also part of it.</param>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public static EventTime AllDay(DateOnly first, DateOnly last) => last < first
        ? throw new ArgumentException("An event cannot end before it begins.", nameof(last))
        : new EventTime { Start = first.ToDateTime(default), End = last.AddDays(1).ToDateTime(default) };

    private static DateTime On(DateTimeOffset time, TimeZoneInfo zone) => DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(time, zone).DateTime, DateTimeKind.Unspecified);

    private static bool SecondTime(DateTimeOffset time, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone);
        return zone.IsAmbiguousTime(local.DateTime) && local.Offset < zone.GetAmbiguousTimeOffsets(local.DateTime).Max();
    }
}
