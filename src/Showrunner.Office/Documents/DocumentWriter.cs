namespace Showrunner.Office;

/// <summary>Writes documents (DOCX). The same specification gives the same bytes.</summary>
public static class DocumentWriter
{
    /// <summary>Writes the document and leaves the stream open.</summary>
    /// <param name="output">A writable stream; it need not seek.</param>
    /// <param name="spec">What to write.</param>
    /// <exception cref="ArgumentException">No passage; a heading of a level other than 1 to 3; a chart that names a column its table does not have; a row of another length.</exception>
    public static void Write(Stream output, DocumentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(spec);
        if (spec.Passages.Count == 0) throw new ArgumentException("A document needs at least one passage.", nameof(spec));
        using var parts = new Parts(output) { Restyle = spec.Template?.Colours is [{ Length: 6 }, ..] ? Recolour.InCharts : null };
        var pages = new Pages(parts, spec);
        pages.Open();
        foreach (var passage in spec.Passages) Write(pages, passage);
        pages.Finish();
        parts.Finish();
    }

    private static void Write(Pages pages, Passage passage)
    {
        switch (passage)
        {
            case HeadingPassage heading:
                pages.Heading(heading.Text, heading.Level is >= 1 and <= 3 ? heading.Level : throw new ArgumentException($"A heading of level {heading.Level} is not known; there are 1, 2 and 3."));
                break;
            case TextPassage text:
                foreach (var paragraph in text.Paragraphs) pages.Add(Prose.Of(paragraph, text.IsNote ? DocumentStyles.Note : null));
                break;
            case BulletsPassage bullets:
                foreach (var point in bullets.Points) pages.Add(Prose.Of(point, DocumentStyles.Bullet));
                break;
            case FiguresPassage figures:
                CardsOnPage.Write(pages, figures);
                break;
            case TablePassage table:
                TableOnPage.Write(pages, table);
                break;
            case ChartPassage chart:
                ChartOnPage.Write(pages, chart);
                break;
            default:
                throw new ArgumentException($"A document cannot hold a {passage.GetType().Name}.");
        }
    }
}
