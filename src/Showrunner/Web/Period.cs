using Showrunner.Platform;

namespace Showrunner.Web;

/// <summary>The named periods of the period picker, in market days.</summary>
public static class Period
{
    public const string Usual = "last28";
    public const string Custom = "custom";

    public static readonly IReadOnlyList<string> Presets =
        ["today", "yesterday", "last7", "last28", "last90", "lastWeek", "thisMonth", "lastMonth"];

    public static readonly IReadOnlyList<string> Comparisons = ["previous", "year", "none"];

    /// <param name="preset">One of <see cref="Presets"/>.</param>
    /// <param name="today">The market's day.</param>
    /// <param name="lastDay">Last day with figures: a market fed by files is read up to there, not up to today.</param>
    public static DayRange Of(string preset, DateOnly today, DateOnly? lastDay = null)
    {
        var yesterday = today.AddDays(-1);
        var end = lastDay < yesterday ? lastDay.Value : yesterday;
        var now = lastDay < yesterday ? end : today;
        var monday = now.AddDays(-(((int)now.DayOfWeek + 6) % 7));
        var first = new DateOnly(now.Year, now.Month, 1);
        return preset switch
        {
            "today" => new(now, now),
            "yesterday" => new(now.AddDays(-1), now.AddDays(-1)),
            "last7" => new(end.AddDays(-6), end),
            "last90" => new(end.AddDays(-89), end),
            "lastWeek" => new(monday.AddDays(-7), monday.AddDays(-1)),
            "thisMonth" => new(first, now),
            "lastMonth" => new(first.AddMonths(-1), first.AddDays(-1)),
            _ => new(end.AddDays(-27), end),
        };
    }
}
