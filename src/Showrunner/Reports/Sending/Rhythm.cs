using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Reports.Sending;

/// <summary>When a report is due, in the market's days and hours.</summary>
/// <param name="Every">day, week or month.</param>
/// <param name="Day">Weekday from Sunday = 0, or day of the month; 31 is the last one of every month.</param>
/// <param name="Minute">Of the market's day.</param>
/// <param name="SkipsDaysOff">What falls on a weekend or holiday waits for the next working day.</param>
public sealed record Rhythm(string Every, int Day, int Minute, bool SkipsDaysOff)
{
    public static readonly IReadOnlyList<string> Known = ["day", "week", "month"];
    private const int MostDays = 800, LongestBreak = 14;

    public void Check()
    {
        if (!Known.Contains(Every)) throw new Refused("schedule_rhythm", Every);
        if (Every == "week" && Day is < 0 or > 6 || Every == "month" && Day is < 1 or > 31 || Minute is < 0 or >= 24 * 60) throw new Refused("schedule_time");
    }

    /// <summary>The first moment after the given one.</summary>
    /// <param name="after">Nothing at or before this.</param>
    /// <param name="market">Whose days and clock.</param>
    /// <param name="isOff">Days on which nobody works.</param>
    public DateTimeOffset Next(DateTimeOffset after, MarketRules market, Func<DateOnly, bool> isOff)
    {
        var start = market.DayOf(after).AddDays(-LongestBreak);
        for (var i = 0; i < MostDays; i++)
        {
            var day = start.AddDays(i);
            if (!Falls(day)) continue;
            for (var moved = 0; SkipsDaysOff && moved < LongestBreak && isOff(day); moved++) day = day.AddDays(1);
            var due = market.Instant(day.ToDateTime(TimeOnly.MinValue).AddMinutes(Minute));
            if (due > after) return due;
        }
        throw new Refused("schedule_time");
    }

    private bool Falls(DateOnly day) => Every switch
    {
        "day" => true,
        "week" => (int)day.DayOfWeek == Day,
        _ => day.Day == Math.Min(Day, DateTime.DaysInMonth(day.Year, day.Month)),
    };
}

/// <summary>Which days a report that is due on a day is about: always whole ones that are over.</summary>
public static class Span
{
    public static readonly IReadOnlyList<string> Known = ["yesterday", "days7", "week", "days28", "month"];

    public static DayRange Of(string span, DateOnly due) => span switch
    {
        "yesterday" => new DayRange(due.AddDays(-1), due.AddDays(-1)),
        "days7" => new DayRange(due.AddDays(-7), due.AddDays(-1)),
        "days28" => new DayRange(due.AddDays(-28), due.AddDays(-1)),
        "month" => new DayRange(new DateOnly(due.Year, due.Month, 1).AddMonths(-1), new DateOnly(due.Year, due.Month, 1).AddDays(-1)),
        _ => Monday(due) is var monday ? new DayRange(monday.AddDays(-7), monday.AddDays(-1)) : default,
    };

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
