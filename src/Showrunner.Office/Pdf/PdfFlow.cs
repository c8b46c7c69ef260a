namespace Showrunner.Office;

/// <summary>The pages of a document while passages are put on them, from top to bottom. Sizes are points.</summary>
internal sealed class PdfFlow
{
    public const double Left = 62;
    public const double Top = 72;
    private const double Foot = 64;

    private readonly HashSet<string> explained = new(StringComparer.Ordinal);
    private int notes;

    public PdfFlow(DocumentSpec spec)
    {
        Spec = spec;
        Sheet = Break();
    }

    public DocumentSpec Spec { get; }

    public PdfFont Regular { get; } = new(PdfFace.Regular);

    public PdfFont Strong { get; } = new(PdfFace.Bold);

    public List<PdfSheet> Sheets { get; } = [];

    public PdfSheet Sheet { get; private set; }

    /// <summary>Where the next thing stands, from the top.</summary>
    public double Y { get; set; }

    public double Width => Spec.Paper.Width - 2 * Left;

    public double Bottom => Spec.Paper.Height - Foot;

    /// <summary>What is left of the page.</summary>
    public double Free => Bottom - Sheet.NotesHeight - Y;

    public bool AtTop => Y <= Top;

    /// <summary>Finished pages are kept packed; what stands around them is drawn later.</summary>
    public bool Packs { get; init; }

    public PdfSheet Break()
    {
        if (Packs) Sheet?.Pack();
        Sheet = new PdfSheet(Regular, Strong, Spec.Paper.Height);
        Sheets.Add(Sheet);
        Y = Top;
        return Sheet;
    }

    /// <summary>Begins a page where this does not fit on the current one.</summary>
    public void Keep(double height)
    {
        if (height > Free && !AtTop) Break();
    }

    public void Space(double height)
    {
        if (!AtTop) Y += height;
    }

    /// <summary>A paragraph; lines continue on the next page, but never one alone.</summary>
    /// <param name="before">Drawn at the left end of the first line, e.g. a bullet.</param>
    public void Write(string text, PdfStyle style, string before = "")
    {
        var lines = PdfText.Lines(text, Width - style.Left, style.Size, style.Bold);
        Space(style.Before);
        Keep(style.LineHeight * Math.Min(lines.Count, lines.Count == 3 ? 3 : 2));
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines.Count > 3 && i == lines.Count - 2) Keep(2 * style.LineHeight);
            else Keep(style.LineHeight);
            if (i == 0) Sheet.Text(before, Left + style.Left - 11, Y + style.Baseline, style.Size, style.Colour);
            Sheet.Text(lines[i], Left + style.Left, Y + style.Baseline, style.Size, style.Colour, style.Bold);
            Y += style.LineHeight;
        }
        Y += style.After;
    }

    /// <summary>Room for the footnotes of terms that would stand here for the first time.</summary>
    public double NotesFor(IEnumerable<string> terms) => Unexplained(terms).Sum(d => NoteHeight(d.Meaning));

    /// <summary>The number of the footnote of a term where it stands for the first time and is defined; else nothing.</summary>
    public string Explain(string term)
    {
        if (Unexplained([term]).FirstOrDefault() is not { } definition) return "";
        explained.Add(term);
        Sheet.Notes.Add((++notes, definition.Meaning));
        Sheet.NotesHeight += NoteHeight(definition.Meaning);
        return notes.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private IEnumerable<Definition> Unexplained(IEnumerable<string> terms) =>
        terms.Distinct().Where(t => !explained.Contains(t)).Select(t => Spec.Definitions.FirstOrDefault(d => d.Term == t)).OfType<Definition>();

    private double NoteHeight(string text) =>
        PdfText.Lines(text, Width - PdfStyle.FootNote.Left, PdfStyle.FootNote.Size).Count * PdfStyle.FootNote.LineHeight + PdfStyle.FootNote.After + 2;
}
