using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Showrunner.Office;

/// <summary>A native table over as many pages as its rows need.</summary>
internal static class TableOnPage
{
    private const double TypeSize = 9.5;
    private const double SmallestType = 7;
    private const double LongestText = 110;

    public static void Write(Pages pages, TablePassage passage)
    {
        var texts = TableTexts.Of(passage.Table, passage.MostRows, pages.Culture) with { OnPage = true };
        var size = texts.Size(pages.Width, TypeSize, SmallestType, LongestText);
        var widths = texts.Widths(pages.Width, size);
        pages.Add(pages.Caption(ofChart: false, passage.Caption));
        pages.Add(PageTable.Of(widths, TableTexts.Margin, [
            PageTable.Row(true, texts.Head.Select((name, i) => Cell(i, Prose.Of(name, DocumentStyles.CellHead, pages.Explain(name)), Palette.Band, null, Palette.Subject))),
            .. texts.Rows.Select(row => PageTable.Row(false, row.Cells.Select((text, i) => row.Total
                ? Cell(i, Prose.Of(text, DocumentStyles.CellTotal), Palette.Wash, Palette.Subject, null)
                : Cell(i, Prose.Of(text, DocumentStyles.Cell), null, null, Palette.Rule)))),
        ]));
        pages.Add(Prose.Of("", DocumentStyles.Note));

        W.TableCell Cell(int column, W.Paragraph paragraph, string? fill, string? top, string? bottom)
        {
            if (size < TypeSize)
                foreach (var run in paragraph.Elements<W.Run>().Where(r => r.RunProperties is null))
                    run.RunProperties = new W.RunProperties(new W.FontSize { Val = Half(size) }, new W.FontSizeComplexScript { Val = Half(size) });
            return PageTable.Cell(widths[column], fill, top, bottom, PageTable.Right(paragraph, texts.Sides[column] == Side.Right));
        }
    }

    private static string Half(double points) => ((int)Math.Round(points * 2)).ToString(CultureInfo.InvariantCulture);
}
