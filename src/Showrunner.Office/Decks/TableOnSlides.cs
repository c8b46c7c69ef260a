using P = DocumentFormat.OpenXml.Presentation;

namespace Showrunner.Office;

/// <summary>Tables on as many slides as their rows need.</summary>
internal static class TableOnSlides
{
    private const double TypeSize = 13;
    private const double SmallestType = 9;
    private const double DefinitionType = 14;
    private const double SmallestDefinition = 11;
    private const double LongestText = 220;
    private const double TermWidth = 190;

    public static void Write(Presentation deck, TableSlide slide)
    {
        var texts = TableTexts.Of(slide.Table, slide.MostRows, deck.Culture);
        var size = texts.Size(Box.Body.Width, TypeSize, SmallestType, LongestText);
        Write(deck, slide, new SlideTable(texts.Head, texts.Sides, texts.Widths(Box.Body.Width, size), size), texts.Rows);
    }

    public static void Write(Presentation deck, DefinitionsSlide slide)
    {
        var rows = slide.Definitions.Select(d => new TextRow([d.Term, d.Meaning])).ToList();
        var table = new SlideTable(null, [Side.Left, Side.Left], [TermWidth, Box.Body.Width - TermWidth], DefinitionType) { Wrap = true, BoldFirst = true };
        while (table.Size > SmallestDefinition && table.Height(rows) > Box.Body.Height) table = table with { Size = table.Size - 1 };
        Write(deck, slide, table, rows);
    }

    private static void Write(Presentation deck, Slide slide, SlideTable table, List<TextRow> rows)
    {
        var pages = table.Pages(rows, Box.Body.Height);
        for (var i = 0; i < pages.Count; i++)
        {
            var page = new SlidePage(deck, Layout.Table);
            page.Headline(DeckWriter.Part(slide.Headline, i + 1, pages.Count));
            var box = Box.Body with { Width = table.Width, Height = table.Height(pages[i]) };
            page.Frame("Table", slide.Headline, box, P.PlaceholderValues.Table, 12, table.Graphic(pages[i], deck.Language));
            page.Close(slide.Notes);
        }
    }
}
