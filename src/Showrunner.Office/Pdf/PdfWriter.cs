using System.Globalization;

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
        var flow = new PdfFlow(spec);
        var marks = new PdfMarks(flow);
        flow.Write(spec.Stamp.Title, PdfStyle.Title);
        if (spec.Subtitle.Length > 0) flow.Write(spec.Subtitle, PdfStyle.Subtitle);
        if (spec.AsOf.Length > 0) flow.Write(spec.AsOf, PdfStyle.Note);
        marks.Reserve([.. spec.Passages.OfType<HeadingPassage>()]);
        var (charts, tables) = (0, 0);
        for (var i = 0; i < spec.Passages.Count; i++)
            switch (spec.Passages[i])
            {
                case HeadingPassage heading:
                    marks.Heading(heading.Text, heading.Level is >= 1 and <= 3 ? heading.Level : throw new ArgumentException($"A heading of level {heading.Level} is not known; there are 1, 2 and 3."), Held(spec, i + 1));
                    break;
                case TextPassage text:
                    foreach (var paragraph in text.Paragraphs) flow.Write(paragraph, text.IsNote ? PdfStyle.Note : PdfStyle.Text);
                    break;
                case BulletsPassage bullets:
                    foreach (var point in bullets.Points) flow.Write(point, PdfStyle.Bullet, "•");
                    break;
                case FiguresPassage figures:
                    PdfCards.Write(flow, figures);
                    break;
                case TablePassage table:
                    PdfTable.Write(flow, table, Caption(spec.Words.Table, ++tables, table.Caption));
                    break;
                case ChartPassage chart:
                    PdfChart.Write(flow, chart, Caption(spec.Words.Figure, ++charts, chart.Caption));
                    break;
                default:
                    throw new ArgumentException($"A document cannot hold a {spec.Passages[i].GetType().Name}.");
            }
        marks.Finish();
        PdfFrame.Write(flow);
        PdfFile.Save(flow, marks.Headings, output);
    }

    private static double Held(DocumentSpec spec, int next) => spec.Passages.ElementAtOrDefault(next) switch
    {
        ChartPassage => PdfChart.Room,
        FiguresPassage => 110,
        HeadingPassage => 40 + Held(spec, next + 1),
        _ => 64,
    };

    private static string Caption(string word, int number, string text) => string.Create(CultureInfo.InvariantCulture, $"{word}\u00A0{number}: {text}");
}
