using System.Globalization;
using System.Xml;

namespace Showrunner.Office;

/// <summary>What stands in a sheet's part after its rows, gathered while they are written.</summary>
internal sealed class SheetTail(Book book, string path, int number)
{
    // The format allows no more on a sheet; further links stay text.
    private const int MostLinks = 65_530;

    private readonly List<string> merges = [];
    private readonly List<string> textColumns = [];
    private readonly List<(string Cell, Link Link)> links = [];
    private readonly List<(string Range, Better Better)> changes = [];
    private readonly List<string> bars = [];
    private readonly List<(string Range, Column Column)> graded = [];
    private readonly List<(string Range, string Allowed)> choices = [];
    private readonly List<Sparklines> sparks = [];
    private readonly List<PlacedChart> charts = [];
    private readonly SheetTables tables = new(book, path);

    public SheetTables Tables => tables;

    /// <summary>Line at the foot of printed pages.</summary>
    public string Foot { get; set; } = "";

    public void Merge(string range) => merges.Add(range);

    /// <summary>Digits in these cells are meant as text; no warning triangles.</summary>
    public void MeantAsText(string range) => textColumns.Add(range);

    public void Change(string range, Better better) => changes.Add((range, better));

    public void Bars(string range) => bars.Add(range);

    public void Grade(string range, Column column) => graded.Add((range, column));

    /// <param name="range">Cells a person may change.</param>
    /// <param name="allowed">A range, or a list in quotes.</param>
    public void Allow(string range, string allowed) => choices.Add((range, allowed));

    public void Draw(Sparklines column) => sparks.Add(column);

    public void Place(PlacedChart chart) => charts.Add(chart);

    public bool Link(string cell, Link link)
    {
        if (links.Count >= MostLinks || (!link.Safe && link.Sheet is null)) return false;
        links.Add((cell, link));
        return true;
    }

    public void Write(XmlWriter xml, string? filter)
    {
        if (filter is not null) SheetFrame.Empty(xml, "autoFilter", ("ref", filter));
        Many(xml, "mergeCells", "mergeCell", merges);
        WriteConditions(xml);
        WriteChoices(xml);
        WriteLinks(xml);
        SheetFrame.Empty(xml, "printOptions", ("horizontalCentered", "0"));
        SheetFrame.Empty(xml, "pageMargins", ("left", "0.5"), ("right", "0.5"), ("top", "0.6"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        SheetFrame.Empty(xml, "pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        xml.WriteStartElement("headerFooter");
        xml.WriteElementString("oddFooter", $"&L&8{CleanText.Of(Foot).Replace("&", "&&", StringComparison.Ordinal)}&R&8&P / &N");
        xml.WriteEndElement();
        if (textColumns.Count > 0)
        {
            xml.WriteStartElement("ignoredErrors");
            foreach (var range in textColumns) SheetFrame.Empty(xml, "ignoredError", ("sqref", range), ("numberStoredAsText", "1"));
            xml.WriteEndElement();
        }
        if (charts.Count > 0)
        {
            xml.WriteStartElement("drawing");
            xml.WriteAttributeString("id", SheetPage.RelationSpace, book.Parts.Relate(path, Relations.Drawing, ChartSheet.Path(number)));
            xml.WriteEndElement();
        }
        tables.Refer(xml);
        if (bars.Count + sparks.Count == 0) return;
        xml.WriteStartElement("extLst");
        DataBar.WriteExtension(xml, bars);
        Sparklines.Write(xml, sparks);
        xml.WriteEndElement();
    }

    private void WriteChoices(XmlWriter xml)
    {
        if (choices.Count == 0) return;
        xml.WriteStartElement("dataValidations");
        xml.WriteAttributeString("count", choices.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var (range, allowed) in choices)
        {
            xml.WriteStartElement("dataValidation");
            foreach (var (name, value) in new[] { ("type", "list"), ("allowBlank", "1"), ("showErrorMessage", "1"), ("sqref", range) }) xml.WriteAttributeString(name, value);
            xml.WriteElementString("formula1", allowed);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    /// <summary>Parts beside the sheet's own, once that is closed.</summary>
    public void WriteParts()
    {
        tables.Write();
        if (charts.Count > 0) ChartSheet.Write(book, number, charts);
    }

    private static void Many(XmlWriter xml, string list, string item, List<string> ranges)
    {
        if (ranges.Count == 0) return;
        xml.WriteStartElement(list);
        xml.WriteAttributeString("count", ranges.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var range in ranges) SheetFrame.Empty(xml, item, ("ref", range));
        xml.WriteEndElement();
    }

    private void WriteConditions(XmlWriter xml)
    {
        var priority = 0;
        foreach (var (range, better) in changes)
        {
            xml.WriteStartElement("conditionalFormatting");
            xml.WriteAttributeString("sqref", range);
            var higher = better == Better.Higher;
            Condition("greaterThan", higher ? Palette.Good : Palette.Bad);
            Condition("lessThan", higher ? Palette.Bad : Palette.Good);
            xml.WriteEndElement();
        }
        for (var i = 0; i < bars.Count; i++) DataBar.Write(xml, bars[i], i, ++priority);
        foreach (var (range, column) in graded)
        {
            if (column.Scale) Grades.Scale(xml, range, column.Better, ++priority);
            if (column.Icons) Grades.Icons(xml, range, column.Better, ++priority);
        }

        void Condition(string comparison, string colour)
        {
            xml.WriteStartElement("cfRule");
            xml.WriteAttributeString("type", "cellIs");
            xml.WriteAttributeString("dxfId", book.Styles.Change(colour).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("priority", (++priority).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("operator", comparison);
            xml.WriteElementString("formula", "0");
            xml.WriteEndElement();
        }
    }

    private void WriteLinks(XmlWriter xml)
    {
        if (links.Count == 0) return;
        xml.WriteStartElement("hyperlinks");
        foreach (var (cell, link) in links)
        {
            xml.WriteStartElement("hyperlink");
            xml.WriteAttributeString("ref", cell);
            if (link.Sheet is { } sheet) xml.WriteAttributeString("location", SheetNames.Quoted(book.Names.Of(sheet)) + "!A1");
            else xml.WriteAttributeString("id", SheetPage.RelationSpace, book.Parts.Relate(path, Relations.Hyperlink, link.Target!.AbsoluteUri, external: true));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
