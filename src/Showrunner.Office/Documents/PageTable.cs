using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Showrunner.Office;

/// <summary>What tables on pages have in common. Sizes are points.</summary>
internal static class PageTable
{
    public static W.Table Of(IReadOnlyList<double> widths, double margin, params IEnumerable<W.TableRow> rows) => new([
        new W.TableProperties(
            new W.TableWidth { Type = W.TableWidthUnitValues.Dxa, Width = Text(widths.Sum()) },
            new W.TableLayout { Type = W.TableLayoutValues.Fixed },
            new W.TableCellMarginDefault(
                new W.TopMargin { Width = Text(3), Type = W.TableWidthUnitValues.Dxa }, new W.TableCellLeftMargin { Width = (short)Pages.Twips(margin), Type = W.TableWidthValues.Dxa },
                new W.BottomMargin { Width = Text(3), Type = W.TableWidthUnitValues.Dxa }, new W.TableCellRightMargin { Width = (short)Pages.Twips(margin), Type = W.TableWidthValues.Dxa })),
        new W.TableGrid(widths.Select(w => new W.GridColumn { Width = Text(w) })),
        .. rows]);

    /// <summary>A row that no page break cuts.</summary>
    public static W.TableRow Row(bool repeated, params IEnumerable<W.TableCell> cells)
    {
        var properties = new W.TableRowProperties(new W.CantSplit());
        if (repeated) properties.Append(new W.TableHeader());
        return new W.TableRow([properties, .. cells]);
    }

    public static W.TableCell Cell(double width, string? fill, string? top, string? bottom, params IEnumerable<W.Paragraph> paragraphs)
    {
        var properties = new W.TableCellProperties(new W.TableCellWidth { Type = W.TableWidthUnitValues.Dxa, Width = Text(width) });
        var borders = new W.TableCellBorders();
        if (top is not null) borders.Append(new W.TopBorder { Val = W.BorderValues.Single, Size = 6, Color = top });
        if (bottom is not null) borders.Append(new W.BottomBorder { Val = W.BorderValues.Single, Size = 4, Color = bottom });
        if (borders.HasChildren) properties.Append(borders);
        if (fill is not null) properties.Append(new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        return new W.TableCell([properties, .. paragraphs]);
    }

    public static W.Paragraph Right(W.Paragraph paragraph, bool right)
    {
        if (right) paragraph.ParagraphProperties!.Append(new W.Justification { Val = W.JustificationValues.Right });
        return paragraph;
    }

    private static string Text(double points) => Pages.Twips(points).ToString(CultureInfo.InvariantCulture);
}
