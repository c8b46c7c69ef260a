using System.Globalization;

namespace Showrunner.Office;

/// <summary>Times as calendar files write them.</summary>
internal static class IcsTime
{
    public static string Day(DateTime day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static string Clock(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    public static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public static string Offset(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(offset.Seconds == 0 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture);

    /// <summary>A length in whole minutes, e.g. PT90M.</summary>
    public static string Length(TimeSpan length) => string.Create(CultureInfo.InvariantCulture, $"PT{(long)Math.Ceiling(length.TotalMinutes)}M");

    /// <summary>The zone's IANA name; null for UTC, which needs none.</summary>
    public static string? Name(TimeZoneInfo zone)
    {
        if (zone.Id is "UTC" or "Etc/UTC" or "Etc/GMT" or "GMT") return null;
        if (zone.HasIanaId) return zone.Id;
        return TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var name) ? name : throw new ArgumentException($"\"{zone.Id}\" is not a time zone that calendars know.");
    }
}
