using System.Globalization;
using System.Xml;

namespace Showrunner.Office;

/// <summary>Elements of a project file: the order in which they are written is the schema's.</summary>
internal sealed class PlanXml(XmlWriter xml)
{
    public const string Space = "http://schemas.microsoft.com/project";

    public void Open(string name) => xml.WriteStartElement(name, Space);

    public void Close() => xml.WriteEndElement();

    public void Text(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) xml.WriteElementString(name, Space, CleanText.Of(value));
    }

    public void Number(string name, decimal value) => Text(name, value.ToString("0.##", CultureInfo.InvariantCulture));

    public void Flag(string name, bool value) => Text(name, value ? "1" : "0");

    public void Time(string name, DateTime? value)
    {
        if (value is { } time) Text(name, time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
    }

    public void Clock(string name, TimeOnly value) => Text(name, value.ToString("HH':'mm':'ss", CultureInfo.InvariantCulture));

    public void Length(string name, TimeSpan value) => Text(name, string.Create(CultureInfo.InvariantCulture, $"PT{(long)value.TotalHours}H{value.Minutes}M{value.Seconds}S"));
}
