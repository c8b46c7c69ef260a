using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Showrunner.Office;

/// <summary>Headline figures as cards, three in a row.</summary>
internal static class CardsOnPage
{
    private const int InRow = 3;
    private const double Inset = 9;

    public static void Write(Pages pages, FiguresPassage passage)
    {
        if (passage.Figures.Count == 0) return;
        var width = pages.Width / InRow;
        pages.Add(PageTable.Of([.. Enumerable.Repeat(width, InRow)], Inset, passage.Figures.Chunk(InRow).Select(row =>
            PageTable.Row(false, [.. row.Select(figure => PageTable.Cell(width, Palette.Wash, Palette.Paper, Palette.Paper, Lines(pages, figure))),
                .. Enumerable.Range(0, InRow - row.Length).Select(_ => PageTable.Cell(width, null, null, null, Prose.Of("", DocumentStyles.CardLabel)))]))));
        pages.Add(Prose.Of("", DocumentStyles.Note));
    }

    private static IEnumerable<W.Paragraph> Lines(Pages pages, Figure figure)
    {
        yield return Prose.Of(figure.Label, DocumentStyles.CardLabel, pages.Explain(figure.Label));
        yield return Prose.Of(figure.Value.Replace(' ', '\u00A0'), DocumentStyles.CardValue);
        if (figure.Comparison is { } comparison)
        {
            var run = Prose.Run(FigureCards.Arrow(comparison) + comparison);
            run.RunProperties = new W.RunProperties(new W.Bold(), new W.Color { Val = FigureCards.Colour(figure.Mood) });
            yield return Prose.Of(DocumentStyles.CardChange, run);
        }
        if (figure.Note is { } note) yield return Prose.Of(note, DocumentStyles.CardChange);
    }
}
