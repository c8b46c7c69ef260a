using System.Globalization;
using System.Xml;

namespace Showrunner.Office;

/// <summary>Writes a pivot table's records one by one.</summary>
internal static class PivotRecords
{
    public static void Write(Stream part, PivotData data)
    {
        using var xml = Parts.Xml(part);
        xml.WriteStartDocument(true);
        xml.WriteStartElement("pivotCacheRecords", SheetPage.Main);
        xml.WriteAttributeString("count", data.Records.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var record in data.Records)
        {
            xml.WriteStartElement("r", SheetPage.Main);
            foreach (var value in record) Value(xml, value);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, object? value)
    {
        xml.WriteStartElement(value switch { null => "m", int => "x", _ => "n" }, SheetPage.Main);
        if (value is int place) xml.WriteAttributeString("v", place.ToString(CultureInfo.InvariantCulture));
        else if (value is double number) xml.WriteAttributeString("v", number.ToString("R", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}
