using System.Globalization;
using Showrunner.Markets;
using Showrunner.Web;

namespace Showrunner.Reports.Sending;

/// <summary>When and what, as people say it.</summary>
internal static class ScheduleWords
{
    /// <summary>Every Monday at 08:00.</summary>
    public static string Rhythm(ListSchedules.Response schedule, Say say, Formats formats)
    {
        var time = formats.Clock(TimeOnly.ParseExact(schedule.Time, "HH:mm", CultureInfo.InvariantCulture));
        var said = schedule.Every switch
        {
            "day" => say["sending.every.day", time],
            "week" => say["sending.every.week", say["sending.weekday." + schedule.Day], time],
            _ when schedule.Day == 31 => say["sending.every.lastDay", time],
            _ => say["sending.every.month", schedule.Day, time],
        };
        return schedule.SkipsDaysOff ? say["sending.every.workday", said] : said;
    }

    public static string HolidayHint(string market, Say say) => DaysOff.KnownUntil(market) is { } year ? say["sending.skip.known", year.ToString(CultureInfo.InvariantCulture)] : say["sending.skip.weekends"];
}
