using System.Globalization;

namespace Showrunner.Office;

/// <summary>How often something comes again.</summary>
public enum Frequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// <summary>The rule by which an event comes again; without an end it goes on for ever.</summary>
/// <param name="Every">1 is each time, 2 every other.</param>
public sealed record Recurrence(Frequency Frequency, int Every = 1)
{
    /// <summary>So many times in all, the first one counted.</summary>
    public int? Times { get; init; }

    /// <summary>The last day it may begin on.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>On these days of the week.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

    /// <summary>Which of those days in the month: 1 the first, -1 the last.</summary>
    public int? Place { get; init; }

    /// <summary>Days on which it does not take place.</summary>
    public IReadOnlyList<DateOnly> Except { get; init; } = [];

    internal static string Day(DayOfWeek day) => day.ToString()[..2].ToUpperInvariant();

    internal string Rule(EventTime time)
    {
        if (Every < 1 || Times < 1) throw new ArgumentException("An event comes again every one or more times, once or more often.");
        if (Times is not null && Until is not null) throw new ArgumentException("A recurrence ends after a number of times or at a day, not both.");
        if (Place is 0 or < -5 or > 5 || (Place is not null && (Days.Count == 0 || Frequency != Frequency.Monthly))) throw new ArgumentException("A place in the month is 1 to 5 or -1 to -5, of days of the week, every month.");
        var rule = string.Create(CultureInfo.InvariantCulture, $"FREQ={Frequency.ToString().ToUpperInvariant()}");
        if (Every > 1) rule += string.Create(CultureInfo.InvariantCulture, $";INTERVAL={Every}");
        if (Days.Count > 0) rule += ";BYDAY=" + string.Join(',', Days.Select(d => Place?.ToString(CultureInfo.InvariantCulture) + Day(d)));
        if (Times is { } times) rule += string.Create(CultureInfo.InvariantCulture, $";COUNT={times}");
        if (Until is { } until) rule += ";UNTIL=" + Last(until, time);
        return rule;
    }

    // The end of a rule is written as its events are: a day, or a moment in UTC.
    private static string Last(DateOnly until, EventTime time)
    {
        if (time.Zone is not { } zone) return IcsTime.Day(until.ToDateTime(default));
        var last = until.ToDateTime(new TimeOnly(23, 59, 59));
        return IcsTime.Utc(new DateTimeOffset(last, zone.GetUtcOffset(last)));
    }
}
