using System.Globalization;
using System.Xml;

namespace Showrunner.Office;

/// <summary>Colour scales and icons: where a number stands among those of its column.</summary>
internal static class Grades
{
    private const string Low = "FFF4C7C3", Middle = "FFFFFFFF", High = "FFB7E1CD", Strong = "FF9CC7D0";

    public static void Scale(XmlWriter xml, string range, Better better, int priority)
    {
        Start(xml, range, "colorScale", priority);
        SheetFrame.Empty(xml, "cfvo", ("type", "min"));
        if (better != Better.Neither) SheetFrame.Empty(xml, "cfvo", ("type", "percentile"), ("val", "50"));
        SheetFrame.Empty(xml, "cfvo", ("type", "max"));
        string[] colours = better switch { Better.Higher => [Low, Middle, High], Better.Lower => [High, Middle, Low], _ => [Middle, Strong] };
        foreach (var colour in colours) SheetFrame.Empty(xml, "color", ("rgb", colour));
        End(xml);
    }

    /// <summary>Thirds of the span from the least to the greatest number. Signs differ in shape, so that nothing is said by colour alone.</summary>
    public static void Icons(XmlWriter xml, string range, Better better, int priority)
    {
        Start(xml, range, "iconSet", priority);
        xml.WriteAttributeString("iconSet", better == Better.Neither ? "3ArrowsGray" : "3Signs");
        if (better == Better.Lower) xml.WriteAttributeString("reverse", "1");
        foreach (var bound in (string[])["0", "33", "67"]) SheetFrame.Empty(xml, "cfvo", ("type", "percent"), ("val", bound));
        End(xml);
    }

    private static void Start(XmlWriter xml, string range, string kind, int priority)
    {
        xml.WriteStartElement("conditionalFormatting");
        xml.WriteAttributeString("sqref", range);
        xml.WriteStartElement("cfRule");
        xml.WriteAttributeString("type", kind);
        xml.WriteAttributeString("priority", priority.ToString(CultureInfo.InvariantCulture));
        xml.WriteStartElement(kind);
    }

    private static void End(XmlWriter xml)
    {
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
