using Showrunner.Platform;

namespace Showrunner.Metrics;

/// <summary>Days, ISO weeks (Monday first) and months as the first day of each.</summary>
internal static class Buckets
{
    public static DateOnly First(DateOnly day, string grain) => grain switch
    {
        "week" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        "month" => new DateOnly(day.Year, day.Month, 1),
        _ => day,
    };

    public static IEnumerable<DateOnly> Of(DayRange range, string grain)
    {
        for (var bucket = First(range.From, grain); bucket <= range.To; bucket = grain switch { "week" => bucket.AddDays(7), "month" => bucket.AddMonths(1), _ => bucket.AddDays(1) })
            yield return bucket;
    }
}
