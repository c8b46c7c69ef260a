using System.Globalization;
using System.Xml;

namespace Showrunner.Office;

/// <summary>
/// Light bars behind the numbers of a column. The first form of the format knows only gradients from a tenth of the
/// cell; its extension draws plain bars from zero, so both are written and joined by an id.
/// </summary>
internal static class DataBar
{
    private const string Colour = "FFC7DDE2";
    public const string Extension = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
    public const string Formula = "http://schemas.microsoft.com/office/excel/2006/main";

    public static void Write(XmlWriter xml, string range, int number, int priority)
    {
        xml.WriteStartElement("conditionalFormatting");
        xml.WriteAttributeString("sqref", range);
        xml.WriteStartElement("cfRule");
        xml.WriteAttributeString("type", "dataBar");
        xml.WriteAttributeString("priority", priority.ToString(CultureInfo.InvariantCulture));
        xml.WriteStartElement("dataBar");
        SheetFrame.Empty(xml, "cfvo", ("type", "num"), ("val", "0"));
        SheetFrame.Empty(xml, "cfvo", ("type", "max"));
        SheetFrame.Empty(xml, "color", ("rgb", Colour));
        xml.WriteEndElement();
        xml.WriteStartElement("extLst");
        xml.WriteStartElement("ext");
        xml.WriteAttributeString("uri", "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}");
        xml.WriteElementString("x14", "id", Extension, Id(number));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public static void WriteExtension(XmlWriter xml, IReadOnlyList<string> ranges)
    {
        if (ranges.Count == 0) return;
        xml.WriteStartElement("ext");
        xml.WriteAttributeString("uri", "{78C0D931-6437-407d-A8EE-F0AAD7539E65}");
        xml.WriteStartElement("x14", "conditionalFormattings", Extension);
        for (var i = 0; i < ranges.Count; i++) WriteExtension(xml, ranges[i], i);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteExtension(XmlWriter xml, string range, int number)
    {
        xml.WriteStartElement("conditionalFormatting", Extension);
        xml.WriteStartElement("cfRule", Extension);
        xml.WriteAttributeString("type", "dataBar");
        xml.WriteAttributeString("id", Id(number));
        xml.WriteStartElement("dataBar", Extension);
        foreach (var (name, value) in new[] { ("minLength", "0"), ("maxLength", "100"), ("gradient", "0") }) xml.WriteAttributeString(name, value);
        xml.WriteStartElement("cfvo", Extension);
        xml.WriteAttributeString("type", "num");
        xml.WriteElementString("xm", "f", Formula, "0");
        xml.WriteEndElement();
        xml.WriteStartElement("cfvo", Extension);
        xml.WriteAttributeString("type", "autoMax");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteElementString("xm", "sqref", Formula, range);
        xml.WriteEndElement();
    }

    private static string Id(int number) => FormattableString.Invariant($"{{5D2E6B1A-3C4F-4A7B-9E10-{number + 1:X12}}}");
}
