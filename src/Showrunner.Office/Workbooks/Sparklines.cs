using System.Xml;

namespace Showrunner.Office;

/// <summary>Sparklines of one column between two rows: each reads as far below its first range as its cell is below the first cell.</summary>
internal sealed record Sparklines(SparkKind Kind, int Column, int First, int Last, string Sheet, int From, int To, int FirstRow)
{
    public static void Write(XmlWriter xml, IReadOnlyList<Sparklines> columns)
    {
        if (columns.Count == 0) return;
        xml.WriteStartElement("ext");
        xml.WriteAttributeString("uri", "{05C60535-1F16-4fd2-B633-F4F36F0B64E0}");
        xml.WriteStartElement("x14", "sparklineGroups", DataBar.Extension);
        xml.WriteAttributeString("xmlns", "xm", null, DataBar.Formula);
        foreach (var column in columns) column.Write(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Write(XmlWriter xml)
    {
        xml.WriteStartElement("sparklineGroup", DataBar.Extension);
        if (Kind == SparkKind.Column) xml.WriteAttributeString("type", "column");
        xml.WriteAttributeString("lineWeight", "1.25");
        xml.WriteAttributeString("displayEmptyCellsAs", "gap");
        if (Kind == SparkKind.Column) xml.WriteAttributeString("negative", "1");
        Colour(xml, "colorSeries", Palette.Subject);
        Colour(xml, "colorNegative", Palette.Bad);
        xml.WriteStartElement("sparklines", DataBar.Extension);
        for (var row = First; row <= Last; row++)
        {
            var source = FirstRow + row - First;
            xml.WriteStartElement("sparkline", DataBar.Extension);
            xml.WriteElementString("f", DataBar.Formula, SheetNames.Quoted(Sheet) + "!" + CellAddress.Range(From, source, To, source));
            xml.WriteElementString("sqref", DataBar.Formula, CellAddress.Of(Column, row));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Colour(XmlWriter xml, string element, string colour)
    {
        xml.WriteStartElement(element, DataBar.Extension);
        xml.WriteAttributeString("rgb", "FF" + colour);
        xml.WriteEndElement();
    }
}
