using System.Globalization;
using System.Xml;

namespace Showrunner.Office;

/// <summary>
/// What stands in a sheet's part before its rows: tab, view, panes frozen up to a row (0 for none), column widths in characters.
/// </summary>
internal sealed record SheetFrame(string? TabColour, bool Gridlines, bool Selected, int FrozenRow, int FrozenColumns, IReadOnlyList<double> Widths)
{
    public void Write(XmlWriter xml)
    {
        xml.WriteStartDocument(true);
        xml.WriteStartElement("worksheet", SheetPage.Main);
        xml.WriteAttributeString("xmlns", "r", null, SheetPage.RelationSpace);
        xml.WriteStartElement("sheetPr");
        if (TabColour is not null) Empty(xml, "tabColor", ("rgb", "FF" + TabColour));
        Empty(xml, "pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        View(xml);
        Empty(xml, "sheetFormatPr", ("defaultRowHeight", Text(SheetPage.RowHeight)), ("customHeight", "1"));
        if (Widths.Count == 0) return;
        xml.WriteStartElement("cols");
        for (var i = 0; i < Widths.Count; i++)
            Empty(xml, "col", ("min", Text(i + 1)), ("max", Text(i + 1)), ("width", Text(Widths[i])), ("customWidth", "1"));
        xml.WriteEndElement();
    }

    private void View(XmlWriter xml)
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        if (!Gridlines) xml.WriteAttributeString("showGridLines", "0");
        if (Selected) xml.WriteAttributeString("tabSelected", "1");
        xml.WriteAttributeString("workbookViewId", "0");
        if (FrozenRow > 0) Pane(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Pane(XmlWriter xml)
    {
        xml.WriteStartElement("pane");
        if (FrozenColumns > 0) xml.WriteAttributeString("xSplit", Text(FrozenColumns));
        xml.WriteAttributeString("ySplit", Text(FrozenRow));
        xml.WriteAttributeString("topLeftCell", CellAddress.Of(FrozenColumns, FrozenRow + 1));
        xml.WriteAttributeString("activePane", FrozenColumns > 0 ? "bottomRight" : "bottomLeft");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
    }

    public static void Empty(XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element);
        foreach (var (name, value) in attributes) xml.WriteAttributeString(name, value);
        xml.WriteEndElement();
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
