using Showrunner.Platform;

namespace Showrunner.Metrics;

/// <summary>Days, weeks (ISO, Monday first, where nothing else is asked for) and months as the first day of each.</summary>
internal static class Buckets
{
    public static DateOnly First(DateOnly day, string grain, DayOfWeek weekFrom = DayOfWeek.Monday) => grain switch
    {
        "week" => day.AddDays(-(((int)day.DayOfWeek - (int)weekFrom + 7) % 7)),
        "month" => new DateOnly(day.Year, day.Month, 1),
        _ => day,
    };

    public static IEnumerable<DateOnly> Of(DayRange range, string grain, DayOfWeek weekFrom = DayOfWeek.Monday)
    {
        for (var bucket = First(range.From, grain, weekFrom); bucket <= range.To; bucket = grain switch { "week" => bucket.AddDays(7), "month" => bucket.AddMonths(1), _ => bucket.AddDays(1) })
            yield return bucket;
    }

    public static int AfterMonday(DayOfWeek weekday) => ((int)weekday + 6) % 7;
}
