using System.Globalization;

namespace Showrunner.Office;

/// <summary>A PDF while it grows: passages are set as they come and kept only as finished, packed pages, so that a book of a thousand parts needs hardly more memory than one of ten.</summary>
public sealed class PdfBook
{
    private readonly Stream output;
    private readonly DocumentSpec spec;
    private readonly PdfFlow flow;
    private readonly PdfMarks marks;
    private int charts, tables;

    /// <summary>Opens the book: title, subtitle and contents.</summary>
    /// <param name="output">A writable stream; it need not seek. Written to at the end.</param>
    /// <param name="spec">Title, culture, words and definitions; its passages are not read.</param>
    /// <param name="headings">All headings of level 1 and 2 that will come, in their order: the contents stand in front and leave room for them.</param>
    public PdfBook(Stream output, DocumentSpec spec, IReadOnlyList<HeadingPassage> headings) : this(output, spec, headings, packs: true)
    {
    }

    internal PdfBook(Stream output, DocumentSpec spec, IReadOnlyList<HeadingPassage> headings, bool packs)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(spec);
        (this.output, this.spec) = (output, spec);
        flow = new PdfFlow(spec) { Packs = packs };
        marks = new PdfMarks(flow);
        flow.Write(spec.Stamp.Title, PdfStyle.Title);
        if (spec.Subtitle.Length > 0) flow.Write(spec.Subtitle, PdfStyle.Subtitle);
        if (spec.AsOf.Length > 0) flow.Write(spec.AsOf, PdfStyle.Note);
        marks.Reserve(headings);
    }

    /// <summary>Sets passages that belong together; a heading stays with what follows it here.</summary>
    /// <exception cref="ArgumentException">A heading of a level other than 1 to 3; a chart that names a column its table does not have; a row of another length.</exception>
    public void Add(IReadOnlyList<Passage> passages)
    {
        for (var i = 0; i < passages.Count; i++)
            switch (passages[i])
            {
                case HeadingPassage heading:
                    if (heading.StartsPage && !flow.AtTop) flow.Break();
                    marks.Heading(heading.Text, heading.Level is >= 1 and <= 3 ? heading.Level : throw new ArgumentException($"A heading of level {heading.Level} is not known; there are 1, 2 and 3."), Held(passages, i + 1));
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
                    throw new ArgumentException($"A document cannot hold a {passages[i].GetType().Name}.");
            }
    }

    /// <summary>Numbers the pages and writes the file; leaves the stream open.</summary>
    public void Finish()
    {
        if (spec.Words.Boxes.Length > 0 && (flow.Regular.HasBoxes || flow.Strong.HasBoxes)) flow.Write(spec.Words.Boxes, PdfStyle.Note);
        marks.Finish();
        PdfFrame.Write(flow);
        PdfFile.Save(flow, marks.Headings, output);
    }

    private static double Held(IReadOnlyList<Passage> passages, int next) => passages.ElementAtOrDefault(next) switch
    {
        ChartPassage chart => PdfChart.Room(chart),
        FiguresPassage => 110,
        HeadingPassage => 40 + Held(passages, next + 1),
        _ => 64,
    };

    private static string Caption(string word, int number, string text) => string.Create(CultureInfo.InvariantCulture, $"{word}\u00A0{number}: {text}");
}
