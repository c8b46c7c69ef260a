using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;

namespace Showrunner.Office;

internal sealed record SlideRow(IReadOnlyList<string> Cells)
{
    public bool Total { get; init; }
}

/// <summary>The look of a native table; widths and sizes in points.</summary>
internal sealed record SlideTable(IReadOnlyList<string>? Head, IReadOnlyList<Side> Sides, IReadOnlyList<double> Widths, double Size)
{
    private const double Margin = 7;
    private const double RowPadding = 9;
    private const double Slack = 4;
    private const double Narrowest = 60;
    private const double MostStretch = 2.2;

    public bool Wrap { get; init; }

    public bool BoldFirst { get; init; }

    public double Width => Widths.Sum();

    private double Line => Size * TextWidth.LineHeight;

    /// <summary>Width each column would like, from its widest text.</summary>
    public static List<double> Wanted(IReadOnlyList<string> head, List<SlideRow> rows, double size) =>
        [.. head.Select((name, i) => Slack + 2 * Margin + Math.Max(TextWidth.Points(name, size, true), rows.Select(r => TextWidth.Points(r.Cells[i], size, r.Total)).DefaultIfEmpty(0).Max()))];

    /// <summary>The widths made to fit: text columns give way first; a narrow table is stretched a little.</summary>
    public static List<double> Fitted(List<double> wanted, IReadOnlyList<Side> sides, double width)
    {
        var sum = wanted.Sum();
        if (sum <= width) return [.. wanted.Select(w => w * Math.Min(width / sum, MostStretch))];
        var texts = wanted.Where((_, i) => sides[i] == Side.Left).Sum();
        var room = width - (sum - texts);
        if (texts > 0 && room >= Narrowest * sides.Count(s => s == Side.Left))
        {
            var floor = Narrowest;
            return [.. wanted.Select((w, i) => sides[i] == Side.Left ? Math.Max(floor, w * room / texts) : w)];
        }
        return [.. wanted.Select(w => w * width / sum)];
    }

    /// <summary>The rows of each slide: as few slides as needed, about equally full.</summary>
    public List<List<SlideRow>> Pages(List<SlideRow> rows, double height)
    {
        var full = Filled(rows, height);
        if (full.Count == 1) return full;
        var even = Filled(rows, Math.Min(height, HeadHeight + rows.Sum(RowHeight) / full.Count + rows.Max(RowHeight)));
        return even.Count == full.Count ? even : full;
    }

    private List<List<SlideRow>> Filled(List<SlideRow> rows, double height)
    {
        var pages = new List<List<SlideRow>> { new() };
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

    public double Height(List<SlideRow> rows) => HeadHeight + rows.Sum(RowHeight);

    public A.GraphicData Graphic(List<SlideRow> rows, string language)
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

    private double RowHeight(SlideRow row) =>
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
