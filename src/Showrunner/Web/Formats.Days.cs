using Showrunner.Platform;

namespace Showrunner.Web;

public sealed partial class Formats
{
    private string[] Months => field ??= texts.Say(language, "date.months").Split('|');
    private string[] Weekdays => field ??= texts.Say(language, "date.weekdays").Split('|');

    public string Day(DateOnly? day) => day is { } d ? $"{DayMonth(d)} {d.Year}" : Unknown;

    /// <summary>Without the year, for axes and lists within one.</summary>
    public string DayMonth(DateOnly day) => language == "de" ? $"{day.Day}. {Months[day.Month - 1]}" : $"{day.Day} {Months[day.Month - 1]}";

    public string Weekday(DateOnly day) => $"{Weekdays[(int)day.DayOfWeek]} {DayMonth(day)}";

    public string Month(DateOnly day) => $"{Months[day.Month - 1]} {day.Year}";

    public string Days(DayRange? range)
    {
        if (range is not { } days) return Unknown;
        var (from, to) = (days.From, days.To);
        if (from == to) return Day(from);
        if (from.Year != to.Year) return $"{Day(from)} – {Day(to)}";
        if (from.Month != to.Month) return $"{DayMonth(from)} – {Day(to)}";
        return language == "de" ? $"{from.Day}.–{Day(to)}" : $"{from.Day}–{Day(to)}";
    }

    /// <summary>An instant as its market's clock shows it; the zone is said when it is not the viewer's own.</summary>
    public string When(DateTimeOffset? instant, string? zone = null)
    {
        if (instant is not { } at) return Unknown;
        var name = zone ?? market?.TimeZone ?? viewerZone ?? "UTC";
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(name));
        var said = $"{Day(DateOnly.FromDateTime(local.DateTime))}, {Clock(TimeOnly.FromDateTime(local.DateTime))}";
        return name == viewerZone ? said : $"{said} {ZoneName(local.Offset)}";
    }

    public string Clock(TimeOnly time) => language == "id" ? $"{time.Hour:00}.{time.Minute:00}" : $"{time.Hour:00}:{time.Minute:00}";

    /// <summary>How long something takes: "40 s", "3 min", "1 h 20 min".</summary>
    public string Duration(TimeSpan? span)
    {
        if (span is not { } time) return Unknown;
        if (time.TotalSeconds < 90) return texts.Say(language, "time.seconds", [(int)Math.Ceiling(time.TotalSeconds)]);
        if (time.TotalMinutes < 90) return texts.Say(language, "time.minutes", [(int)Math.Round(time.TotalMinutes)]);
        return time.Minutes == 0 ? texts.Say(language, "time.wholeHours", [(int)time.TotalHours]) : texts.Say(language, "time.hours", [(int)time.TotalHours, time.Minutes]);
    }

    /// <summary>One way for every market: names like WIB or MEZ are known in one country only.</summary>
    private static string ZoneName(TimeSpan offset)
    {
        var sign = offset < TimeSpan.Zero ? Minus : "+";
        return offset == TimeSpan.Zero ? "UTC" : $"UTC{sign}{Math.Abs(offset.Hours)}{(offset.Minutes == 0 ? "" : $":{Math.Abs(offset.Minutes):00}")}";
    }
}
