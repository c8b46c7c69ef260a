namespace Showrunner.Office;

/// <summary>Writes documents as PDF: set on pages with our own fonts inside, bookmarks, contents and page numbers. The same specification gives the same bytes.</summary>
public static class PdfWriter
{
    /// <summary>Writes the document and leaves the stream open. Letters our fonts lack (emoji, Arabic, Chinese) are shown as boxes.</summary>
    /// <param name="output">A writable stream; it need not seek.</param>
    /// <param name="spec">What to write: the same as for <see cref="DocumentWriter"/>.</param>
    /// <exception cref="ArgumentException">No passage; a heading of a level other than 1 to 3; a chart that names a column its table does not have; a row of another length.</exception>
    public static void Write(Stream output, DocumentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(spec);
        if (spec.Passages.Count == 0) throw new ArgumentException("A document needs at least one passage.", nameof(spec));
        var book = new PdfBook(output, spec, [.. spec.Passages.OfType<HeadingPassage>()], packs: false);
        book.Add(spec.Passages);
        book.Finish();
    }
}
