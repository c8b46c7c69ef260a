using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;

namespace Showrunner.Office;

/// <summary>The look of a native table; widths and sizes in points.</summary>
internal sealed record SlideTable(IReadOnlyList<string>? Head, IReadOnlyList<Side> Sides, IReadOnlyList<double> Widths, double Size)
{
    private const double Margin = TableTexts.Margin;
    private const double RowPadding = 9;

    public bool Wrap { get; init; }

    public bool BoldFirst { get; init; }

    public double Width => Widths.Sum();

    private double Line => Size * TextWidth.LineHeight;

    /// <summary>The rows of each slide: as few slides as needed, about equally full.</summary>
    public List<List<TextRow>> Pages(List<TextRow> rows, double height)
    {
        var full = Filled(rows, height);
        if (full.Count == 1) return full;
        var even = Filled(rows, Math.Min(height, HeadHeight + rows.Sum(RowHeight) / full.Count + rows.Max(RowHeight)));
        return even.Count == full.Count ? even : full;
    }

    private List<List<TextRow>> Filled(List<TextRow> rows, double height)
    {
        var pages = new List<List<TextRow>> { new() };
        var room = height - HeadHeight;
        foreach (var row in rows)
        {
            var needed = RowHeight(row);
            if (needed > room && pages[^1].Count > 0)
            {
                pages.Add([]);
                room = height - HeadHeight;
            }
            pages[^1].Add(row);
            room -= needed;
        }
        return pages;
    }

    public double Height(List<TextRow> rows) => HeadHeight + rows.Sum(RowHeight);

    public A.GraphicData Graphic(List<TextRow> rows, string language)
    {
        var table = new A.Table(
            new A.TableProperties { FirstRow = Head is not null },
            new A.TableGrid(Widths.Select(w => new A.GridColumn { Width = Box.Emu(w) })));
        if (Head is not null) table.Append(Row(Head, HeadHeight, language, Palette.Heading, bold: true, Palette.Band, bottom: Palette.Subject));
        foreach (var row in rows)
        {
            table.Append(row.Total
                ? Row(row.Cells, RowHeight(row), language, Palette.Ink, bold: true, Palette.Wash, top: Palette.Subject)
                : Row(row.Cells, RowHeight(row), language, Palette.Ink, bold: false, null, bottom: Palette.Rule));
        }
        return new A.GraphicData(table) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/table" };
    }

    private double HeadHeight => Head is null ? 0 : Line + RowPadding + 2;

    private double RowHeight(TextRow row) =>
        RowPadding + Line * (Wrap ? row.Cells.Select((c, i) => TextLines.Count(c, Room(i), Size, Bold(i))).Max() : 1);

    private double Room(int column) => Widths[column] - 2 * Margin - 2;

    private bool Bold(int column) => BoldFirst && column == 0;

    private A.TableRow Row(IReadOnlyList<string> texts, double height, string language, string colour, bool bold, string? fill, string? top = null, string? bottom = null)
    {
        var row = new A.TableRow { Height = Box.Emu(height) };
        for (var i = 0; i < texts.Count; i++)
        {
            var strong = bold || Bold(i);
            var text = Wrap ? texts[i] : TextWidth.Trim(texts[i], Room(i), Size, strong);
            var paragraph = new Paragraph(text) { Size = Size, Bold = strong, Colour = Bold(i) ? Palette.Heading : colour, Side = Sides[i] };
            row.Append(new A.TableCell(
                new A.TextBody(new A.BodyProperties(), new A.ListStyle(), paragraph.Xml(language)),
                Cell(fill, top, bottom)));
        }
        return row;
    }

    private A.TableCellProperties Cell(string? fill, string? top, string? bottom)
    {
        var cell = new A.TableCellProperties
        {
            LeftMargin = (int)Box.Emu(Margin),
            RightMargin = (int)Box.Emu(Margin),
            TopMargin = (int)Box.Emu(RowPadding / 2),
            BottomMargin = (int)Box.Emu(RowPadding / 2 - 1),
            Anchor = Wrap ? A.TextAnchoringTypeValues.Top : A.TextAnchoringTypeValues.Center,
        };
        cell.Append(
            Edge<A.LeftBorderLineProperties>(null), Edge<A.RightBorderLineProperties>(null),
            Edge<A.TopBorderLineProperties>(top), Edge<A.BottomBorderLineProperties>(bottom),
            fill is null ? new A.NoFill() : ChartStyle.Solid(fill));
        return cell;
    }

    private static T Edge<T>(string? colour)
        where T : A.LinePropertiesType, new()
    {
        var edge = new T { Width = colour is null ? 0 : 9_525 };
        edge.Append(colour is null ? new A.NoFill() : (OpenXmlElement)ChartStyle.Solid(colour));
        return edge;
    }
}
