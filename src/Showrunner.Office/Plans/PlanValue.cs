using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Showrunner.Office;

/// <summary>Values in a project file; null where one is not there.</summary>
internal static class PlanValue
{
    public static string? Text(XElement element, string name) =>
        element.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public static decimal? Number(XElement element, string name) =>
        Text(element, name) is { } value ? decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    public static bool Flag(XElement element, string name) => Text(element, name) is "1" or "true";

    public static DateTime? Time(XElement element, string name) => Text(element, name) is { } value and not "NA" ? Moment(value) : null;

    public static TimeSpan? Length(XElement element, string name) => Text(element, name) is { } value ? XmlConvert.ToTimeSpan(value) : null;

    /// <summary>A moment on the plan's clock; an offset some programs add is left out.</summary>
    public static DateTime Moment(string value) => DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).DateTime;

    public static TimeOnly Clock(string value) => TimeOnly.FromDateTime(Moment("2000-01-01T" + value));
}
