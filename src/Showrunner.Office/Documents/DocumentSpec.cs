using System.Globalization;

namespace Showrunner.Office;

/// <summary>A document to write (DOCX or PDF): text that flows, tables and charts, on A4 or, where inches are used, on Letter.</summary>
/// <param name="Stamp">Title, author and time in the file's properties; the title also heads the first page and runs on top of the others.</param>
/// <param name="Passages">In reading order; at least one.</param>
public sealed record DocumentSpec(Stamp Stamp, params IReadOnlyList<Passage> Passages)
{
    /// <summary>How numbers and dates in tables and charts are written; its region decides the paper.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>The company's own look; the built-in one when null. A PDF does not use it.</summary>
    public DocumentTemplate? Template { get; init; }

    /// <summary>Under the title: what the document is about.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>Under that, in small type: when the figures were read.</summary>
    public string AsOf { get; init; } = "";

    /// <summary>Source and as-of time at the foot of every page, beside the page number.</summary>
    public string Footer { get; init; } = "";

    public DocumentWords Words { get; init; } = new("Contents", "Figure", "Table");

    /// <summary>Explained in a footnote where a figure or a column of that name stands first.</summary>
    public IReadOnlyList<Definition> Definitions { get; init; } = [];

    internal string Language => Culture.Name.Contains('-', StringComparison.Ordinal) ? Culture.Name : "en-US";

    /// <summary>In points.</summary>
    internal (double Width, double Height) Paper => new RegionInfo(Language).IsMetric ? (595.3, 841.9) : (612, 792);
}

/// <summary>The few words a document says by itself.</summary>
/// <param name="Contents">Heads the table of contents; empty leaves it out.</param>
/// <param name="Figure">Before a chart's number.</param>
/// <param name="Table">Before a table's number.</param>
/// <param name="Boxes">At the end of a PDF in which letters stand as boxes because its fonts lack them; empty leaves it out.</param>
public sealed record DocumentWords(string Contents, string Figure, string Table, string Boxes = "");

/// <summary>A part of a document.</summary>
public abstract record Passage;

/// <summary>A heading; levels 1 and 2 stand in the contents.</summary>
/// <param name="Text">The message as a sentence, or a name.</param>
/// <param name="Level">1 to 3.</param>
public sealed record HeadingPassage(string Text, int Level = 1) : Passage
{
    /// <summary>Begins a new page in a PDF.</summary>
    public bool StartsPage { get; init; }
}

/// <summary>Paragraphs.</summary>
public sealed record TextPassage(params IReadOnlyList<string> Paragraphs) : Passage
{
    /// <summary>In small type: how to read what stands above.</summary>
    public bool IsNote { get; init; }
}

/// <summary>A list with bullets.</summary>
public sealed record BulletsPassage(params IReadOnlyList<string> Points) : Passage;

/// <summary>Headline figures as cards, three in a row.</summary>
public sealed record FiguresPassage(params IReadOnlyList<Figure> Figures) : Passage;

/// <summary>A native table with its number; its headings are repeated on every page.</summary>
/// <param name="Caption">What it shows.</param>
public sealed record TablePassage(string Caption, Table Table) : Passage
{
    /// <summary>Shows only the first rows; the totals row still counts all.</summary>
    public int? MostRows { get; init; }
}

/// <summary>A native chart with its number and its embedded workbook.</summary>
/// <param name="Caption">What it shows.</param>
public sealed record ChartPassage(string Caption, Table Table, ChartSpec Chart) : Passage
{
    /// <summary>In a PDF, in points.</summary>
    public double Height { get; init; } = 230;
}
