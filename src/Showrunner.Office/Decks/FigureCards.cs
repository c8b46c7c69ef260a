namespace Showrunner.Office;

/// <summary>Headline figures as cards in a grid.</summary>
internal static class FigureCards
{
    private const int Most = 8;
    private const double Gap = 16;
    private const double Inset = 14;

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
        // One size for all, so that no figure looks more important by accident; room to spare, for machines without Calibri use wider letters.
        var size = figures.Select(f => TextLines.Fit(f.Value, (width - 2 * Inset) * 0.72, 1, columns switch { <= 2 => 54, 3 => 44, _ => 34 }, 16, bold: true)).DefaultIfEmpty(36).Min();
        var type = columns switch { <= 2 => 18, 3 => 16, _ => 14 };
        var labelLines = figures.Select(f => TextLines.Count(Label(f, width - 2 * Inset, type), width - 2 * Inset, type)).DefaultIfEmpty(1).Max();
        for (var i = 0; i < figures.Length; i++)
        {
            var box = new Box(Box.Body.X + i % columns * (width + Gap), Box.Body.Y + i / columns * (height + Gap), width, height);
            page.Text(figures[i].Label, box, Lines(figures[i], width - 2 * Inset, size, type, labelLines), Palette.Wash, Inset);
        }
    }

    private static string Label(Figure figure, double width, double type) => TextLines.Cut(figure.Label, width, 2, type);

    private static IEnumerable<Paragraph> Lines(Figure figure, double width, double size, double type, int labelLines)
    {
        // Values of neighbouring cards stand on one line, whatever their labels need.
        var label = Label(figure, width, type);
        var missing = (labelLines - TextLines.Count(label, width, type)) * type * TextWidth.LineHeight;
        yield return new Paragraph(label) { Size = type, Colour = Palette.Muted, After = 2 + missing };
        yield return new Paragraph(TextWidth.Trim(figure.Value, width, size, bold: true).Replace(' ', '\u00A0')) { Size = size, Bold = true, Colour = Palette.Heading };
        if (figure.Comparison is { } comparison)
            yield return new Paragraph(TextLines.Cut(Arrow(comparison) + comparison, width, 2, type, bold: true)) { Size = type, Bold = true, Colour = Colour(figure.Mood), Before = 2 };
        if (figure.Note is { } note)
            yield return new Paragraph(TextLines.Cut(note, width, 2, type - 2)) { Size = type - 2, Colour = Palette.Muted, Before = 5 };
    }

    internal static string Arrow(string comparison) => comparison[..Math.Min(1, comparison.Length)] switch
    {
        "+" => "▲ ",
        "-" or "−" => "▼ ",
        _ => "",
    };

    internal static string Colour(Mood mood) => mood switch
    {
        Mood.Good => Palette.Good,
        Mood.Bad => Palette.Bad,
        _ => Palette.Muted,
    };
}
