using System.Globalization;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives;

/// <summary>
/// The instant that a clock of the market means. A time that the clock skips in spring is refused, because nobody can keep it;
/// one that it shows twice in autumn is the first of the two, as calendars understand it.
/// </summary>
public static class ShowTime
{
    public static DateTimeOffset Of(MarketRules rules, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(new TimeOnly(time.Hour, time.Minute));
        if (rules.Zone.IsInvalidTime(local))
        {
            var next = TimeZoneInfo.ConvertTime(rules.Instant(local), rules.Zone);
            throw new Refused("live_time_skipped", Day(day), Clock(local), rules.TimeZone, Clock(next.DateTime));
        }
        var offset = IsTwice(rules, local) ? rules.Zone.GetAmbiguousTimeOffsets(local).Max() : rules.Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>Whether the clock of the market shows this start twice that day.</summary>
    public static bool IsTwice(MarketRules rules, DateTimeOffset start) => IsTwice(rules, Local(rules, start));

    public static DateTime Local(MarketRules rules, DateTimeOffset instant) => DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(instant, rules.Zone).DateTime, DateTimeKind.Unspecified);

    private static bool IsTwice(MarketRules rules, DateTime local) => rules.Zone.IsAmbiguousTime(local);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Clock(DateTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
