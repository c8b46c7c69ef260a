namespace Showrunner.Office;

/// <summary>Headline figures as cards in a grid.</summary>
internal static class FigureCards
{
    private const int Most = 8;
    private const double Gap = 16;
    private const double Inset = 16;

    public static void Write(Presentation deck, FiguresSlide slide)
    {
        var pages = slide.Figures.Chunk(Most).DefaultIfEmpty([]).ToList();
        for (var i = 0; i < pages.Count; i++)
        {
            var page = new SlidePage(deck, Layout.Figures);
            page.Headline(DeckWriter.Part(slide.Headline, i + 1, pages.Count));
            Cards(page, pages[i]);
            page.Close(slide.Notes);
        }
    }

    private static void Cards(SlidePage page, Figure[] figures)
    {
        var columns = figures.Length switch { <= 3 => Math.Max(figures.Length, 1), 4 => 2, <= 6 => 3, _ => 4 };
        var rows = (figures.Length + columns - 1) / columns;
        var width = (Box.Body.Width - (columns - 1) * Gap) / columns;
        var height = rows <= 1 ? 200 : (Box.Body.Height - (rows - 1) * Gap) / rows;
        // One size for all, so that no figure looks more important by accident.
        var size = figures.Select(f => TextLines.Fit(f.Value, width - 2 * Inset, 1, columns <= 2 ? 44 : 36, 16, bold: true)).DefaultIfEmpty(36).Min();
        for (var i = 0; i < figures.Length; i++)
        {
            var box = new Box(Box.Body.X + i % columns * (width + Gap), Box.Body.Y + i / columns * (height + Gap), width, height);
            page.Text(figures[i].Label, box, Lines(figures[i], width - 2 * Inset, size), Palette.Wash, Inset);
        }
    }

    private static IEnumerable<Paragraph> Lines(Figure figure, double width, double size)
    {
        yield return new Paragraph(TextLines.Cut(figure.Label, width, 2, 14)) { Size = 14, Colour = Palette.Muted, After = 4 };
        yield return new Paragraph(TextWidth.Trim(figure.Value, width, size, bold: true)) { Size = size, Bold = true, Colour = Palette.Heading };
        if (figure.Comparison is { } comparison)
            yield return new Paragraph(TextLines.Cut(Arrow(comparison) + comparison, width, 2, 14, bold: true)) { Size = 14, Bold = true, Colour = Colour(figure.Mood), Before = 2 };
        if (figure.Note is { } note)
            yield return new Paragraph(TextLines.Cut(note, width, 2, 12)) { Size = 12, Colour = Palette.Muted, Before = 6 };
    }

    private static string Arrow(string comparison) => comparison[..Math.Min(1, comparison.Length)] switch
    {
        "+" => "▲ ",
        "-" or "−" => "▼ ",
        _ => "",
    };

    private static string Colour(Mood mood) => mood switch
    {
        Mood.Good => Palette.Good,
        Mood.Bad => Palette.Bad,
        _ => Palette.Muted,
    };
}
