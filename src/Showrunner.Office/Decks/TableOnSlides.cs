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
        var totals = new TableTotals(slide.Table, filtered: false);
        var rows = new List<SlideRow>();
        long number = 0;
        foreach (var row in slide.Table.Rows)
        {
            totals.Add(slide.Table.Checked(row, ++number));
            if (rows.Count < (slide.MostRows ?? int.MaxValue))
                rows.Add(new SlideRow([.. slide.Table.Columns.Select((c, i) => CellText.Of(row[i], c.Format, deck.Culture))]));
        }
        if (totals.Any)
            rows.Add(new SlideRow([.. slide.Table.Columns.Select((c, i) => totals.Of(i) is { } total ? CellText.Of(total, c.Format, deck.Culture) : "")]) { Total = true });

        var sides = slide.Table.Columns.Select(c => c.Format.IsNumber ? Side.Right : Side.Left).ToList();
        var head = slide.Table.Columns.Select(c => c.Name).ToList();
        var size = TypeSize;
        while (size > SmallestType && Needed(SlideTable.Wanted(head, rows, size), sides) > Box.Body.Width) size--;
        Write(deck, slide, new SlideTable(head, sides, SlideTable.Fitted(SlideTable.Wanted(head, rows, size), sides, Box.Body.Width), size), rows);
    }

    // One very long name is cut rather than making the whole table small.
    private static double Needed(List<double> wanted, List<Side> sides) =>
        wanted.Select((w, i) => sides[i] == Side.Left ? Math.Min(w, LongestText) : w).Sum();

    public static void Write(Presentation deck, DefinitionsSlide slide)
    {
        var rows = slide.Definitions.Select(d => new SlideRow([d.Term, d.Meaning])).ToList();
        var table = new SlideTable(null, [Side.Left, Side.Left], [TermWidth, Box.Body.Width - TermWidth], DefinitionType) { Wrap = true, BoldFirst = true };
        while (table.Size > SmallestDefinition && table.Height(rows) > Box.Body.Height) table = table with { Size = table.Size - 1 };
        Write(deck, slide, table, rows);
    }

    private static void Write(Presentation deck, Slide slide, SlideTable table, List<SlideRow> rows)
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
