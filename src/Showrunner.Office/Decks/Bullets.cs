using P = DocumentFormat.OpenXml.Presentation;

namespace Showrunner.Office;

/// <summary>Bullets that get smaller to fit, and continue on another slide rather than get too small.</summary>
internal static class Bullets
{
    private const double Indent = 18;
    private const double Largest = 20;
    private const double Smallest = 14;

    public static void Write(Presentation deck, TextSlide slide)
    {
        var size = Fit(slide.Points, Box.Body, Largest, Smallest);
        var pages = Pages(slide.Points, Box.Body, size);
        for (var i = 0; i < pages.Count; i++)
        {
            var page = new SlidePage(deck, Layout.Text);
            page.Headline(DeckWriter.Part(slide.Headline, i + 1, pages.Count));
            page.Fill("Text", P.PlaceholderValues.Body, 1, pages[i].Select(p => new Paragraph(p) { Size = size, After = Gap(size) }));
            page.Close(slide.Notes);
        }
    }

    /// <summary>Paragraphs for a box; what does not fit even in the smallest type is cut.</summary>
    public static IReadOnlyList<Paragraph> Beside(IReadOnlyList<string> points, Box box)
    {
        const double smallest = 11;
        var size = Fit(points, box, 16, smallest);
        return [.. Pages(points, box, size)[0].Select(p => new Paragraph(p) { Size = size, After = Gap(size), Bullet = true, Colour = Palette.Ink })];
    }

    private static double Fit(IReadOnlyList<string> points, Box box, double largest, double smallest)
    {
        var size = largest;
        while (size > smallest && points.Sum(p => Height(p, box, size)) > box.Height) size--;
        return size;
    }

    private static List<List<string>> Pages(IReadOnlyList<string> points, Box box, double size)
    {
        var pages = new List<List<string>> { new() };
        var room = box.Height;
        foreach (var point in points)
        {
            var lines = (int)((box.Height - Gap(size)) / (size * TextWidth.LineHeight));
            var shown = TextLines.Cut(point, box.Width - Indent, lines, size);
            var height = Height(shown, box, size);
            if (height > room && pages[^1].Count > 0)
            {
                pages.Add([]);
                room = box.Height;
            }
            pages[^1].Add(shown);
            room -= height;
        }
        return pages;
    }

    private static double Gap(double size) => size * 0.55;

    private static double Height(string point, Box box, double size) => TextLines.Height(point, box.Width - Indent, size) + Gap(size);
}
