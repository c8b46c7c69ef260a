using P = DocumentFormat.OpenXml.Presentation;

namespace Showrunner.Office;

/// <summary>Writes decks (PPTX). The same specification gives the same bytes.</summary>
public static class DeckWriter
{
    /// <summary>Writes the deck and leaves the stream open.</summary>
    /// <param name="output">A writable stream; it need not seek.</param>
    /// <param name="spec">What to write.</param>
    /// <exception cref="ArgumentException">No slide; a chart that names a column its table does not have; a row of another length.</exception>
    public static void Write(Stream output, DeckSpec spec)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(spec);
        if (spec.Slides.Count == 0) throw new ArgumentException("A deck needs at least one slide.", nameof(spec));
        using var deck = new DeckBook(output, spec);
        foreach (var slide in spec.Slides) deck.Add(slide);
        deck.Finish();
    }

    internal static void Write(Presentation deck, Slide slide)
    {
        switch (slide)
        {
            case TitleSlide title:
                Title(deck, title);
                break;
            case FiguresSlide figures:
                FigureCards.Write(deck, figures);
                break;
            case ChartSlide chart:
                ChartOnSlide.Write(deck, chart);
                break;
            case TableSlide table:
                TableOnSlides.Write(deck, table);
                break;
            case TextSlide text:
                Bullets.Write(deck, text);
                break;
            case DefinitionsSlide definitions:
                TableOnSlides.Write(deck, definitions);
                break;
            default:
                throw new ArgumentException($"A deck cannot hold a {slide.GetType().Name}.", nameof(slide));
        }
    }

    private static void Title(Presentation deck, TitleSlide slide)
    {
        const double width = 800;
        var page = new SlidePage(deck, Layout.Title);
        if (deck.Template is not null)
        {
            page.Headline(slide.Headline);
            // A template has no place of its own for the moment of reading: it stands below the subtitle.
            page.Fill("Subtitle", P.PlaceholderValues.SubTitle, 1, new[] { slide.Subtitle, slide.AsOf }.Where(t => t.Length > 0).Select((t, i) => new Paragraph(t) { Size = i == 0 ? 20 : 13 }));
            page.Close(slide.Notes, foot: false);
            return;
        }
        var size = TextLines.Fit(slide.Headline, width, 2, 42, 28, bold: true);
        page.Fill("Title", P.PlaceholderValues.CenteredTitle, null, new Paragraph(TextLines.Cut(slide.Headline, width, 2, size, bold: true)) { Size = size });
        if (slide.Subtitle.Length > 0) page.Fill("Subtitle", P.PlaceholderValues.SubTitle, 1, new Paragraph(TextLines.Cut(slide.Subtitle, width, 3, 20)));
        if (slide.AsOf.Length > 0) page.Fill("As of", P.PlaceholderValues.Body, 10, new Paragraph(TextWidth.Trim(slide.AsOf, width, 13)));
        page.Close(slide.Notes, foot: false);
    }

    /// <summary>The headline of one of several slides.</summary>
    internal static string Part(string headline, int part, int parts) =>
        parts == 1 ? headline : FormattableString.Invariant($"{headline} ({part}/{parts})");
}
