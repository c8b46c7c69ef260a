using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Showrunner.Office;

/// <summary>The document while passages are put on its pages, and the parts around them.</summary>
internal sealed class Pages(Parts parts, DocumentSpec spec)
{
    public const string Path = "word/document.xml";
    private const string Prefix = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const double Margin = 62;

    private readonly List<OpenXmlElement> body = [];
    private readonly List<(string Text, int Level, string Mark)> headings = [];
    private readonly List<string> notes = [];
    private readonly HashSet<string> explained = new(StringComparer.Ordinal);
    private int charts, tables, contentsAt;

    public Parts Parts => parts;
    public CultureInfo Culture => spec.Culture;

    /// <summary>Of the text, in points.</summary>
    public double Width => spec.Template?.Width ?? spec.Paper.Width - 2 * Margin;

    private readonly TemplatePages? template = spec.Template is { } look ? new TemplatePages(look, spec) : null;

    public void Add(OpenXmlElement element) => body.Add(element);

    public void Open()
    {
        template?.Take(parts);
        if (spec.Template is { HasTitle: true })
        {
            contentsAt = body.Count;
            return;
        }
        Add(Prose.Of(spec.Stamp.Title, DocumentStyles.Title));
        if (spec.Subtitle.Length > 0) Add(Prose.Of(spec.Subtitle, DocumentStyles.Subtitle));
        if (spec.AsOf.Length > 0) Add(Prose.Of(spec.AsOf, DocumentStyles.Note));
        contentsAt = body.Count;
    }

    public void Heading(string text, int level)
    {
        var mark = "_Toc" + (headings.Count + 1).ToString("D6", CultureInfo.InvariantCulture);
        headings.Add((text, level, mark));
        var id = headings.Count.ToString(CultureInfo.InvariantCulture);
        Add(Prose.Of(DocumentStyles.Heading(level), new W.BookmarkStart { Id = id, Name = mark }, Prose.Run(text), new W.BookmarkEnd { Id = id }));
    }

    public string NextChart()
    {
        do charts++;
        while (spec.Template?.Kept.Contains(FormattableString.Invariant($"word/charts/chart{charts}.xml")) ?? false);
        return charts.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>"Figure 3: …", with a number that Word counts on.</summary>
    public W.Paragraph Caption(bool ofChart, string text)
    {
        var number = (ofChart ? charts : ++tables).ToString(CultureInfo.InvariantCulture);
        var word = ofChart ? spec.Words.Figure : spec.Words.Table;
        return Prose.Of(ofChart ? DocumentStyles.Caption : DocumentStyles.CaptionAbove,
            [Prose.Run(word + "\u00A0"), .. Prose.Field($"SEQ {(ofChart ? "Figure" : "Table")} \\* ARABIC", new W.Text(number)), Prose.Run(": " + text)]);
    }

    /// <summary>The mark of a footnote where a term stands for the first time and is defined; else nothing.</summary>
    public IReadOnlyList<W.Run> Explain(string term)
    {
        // A template with footnotes of its own keeps them; what terms mean stands at the end then.
        if (spec.Template is { HasNotes: true } || spec.Definitions.FirstOrDefault(d => d.Term == term) is not { } definition || !explained.Add(term)) return [];
        notes.Add(definition.Meaning);
        return [new W.Run(new W.RunProperties(new W.RunStyle { Val = DocumentStyles.NoteMark }), new W.FootnoteReference { Id = notes.Count })];
    }

    public void Finish()
    {
        if (spec.Words.Contents.Length > 0 && headings.Count > 2) body.InsertRange(contentsAt, Contents());
        parts.Relate("", Relations.Document, Path);
        if (spec.Template is { } look)
        {
            FinishIn(look);
            return;
        }
        Related("styles", Relations.Styles, DocumentStyles.Of(spec.Language));
        Related("numbering", Relations.Numbering, DocumentStyles.Bullets());
        WriteNotes();
        Related("settings", Relations.Settings, new W.Settings(
            new W.FootnoteDocumentWideProperties(new W.FootnoteSpecialReference { Id = -1 }, new W.FootnoteSpecialReference { Id = 0 }),
            new W.Compatibility(new W.CompatibilitySetting { Name = W.CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" })));
        parts.Relate(Path, Relations.Theme, "word/theme/theme1.xml");
        parts.Write("word/theme/theme1.xml", Theme.ContentType, Theme.Xml);
        var header = Related("header1", Relations.Header, new W.Header(Prose.Of(spec.Stamp.Title, DocumentStyles.Header)), "header");
        var empty = Related("header2", Relations.Header, new W.Header(Prose.Of("", DocumentStyles.Header)), "header");
        var footer = Related("footer1", Relations.Footer, new W.Footer(Foot()), "footer");
        var section = new W.SectionProperties(
            new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = header }, new W.HeaderReference { Type = W.HeaderFooterValues.First, Id = empty },
            new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = footer }, new W.FooterReference { Type = W.HeaderFooterValues.First, Id = footer },
            new W.PageSize { Width = (uint)Twips(spec.Paper.Width), Height = (uint)Twips(spec.Paper.Height) },
            new W.PageMargin { Left = (uint)Twips(Margin), Right = (uint)Twips(Margin), Top = Twips(72), Bottom = Twips(64), Header = (uint)Twips(36), Footer = (uint)Twips(30), Gutter = 0 },
            new W.TitlePage());
        parts.Write(Path, Prefix + "document.main+xml", new W.Document(new W.Body([.. body, section])));
        spec.Stamp.Write(parts, "Showrunner");
    }

    private void FinishIn(DocumentTemplate look)
    {
        if (look.Styles is null) Related("styles", Relations.Styles, DocumentStyles.Of(spec.Language));
        if (look.Numbering is null) Related("numbering", Relations.Numbering, DocumentStyles.Bullets());
        if (look.HasNotes) foreach (var definition in spec.Definitions) Add(Prose.Of($"{definition.Term}: {definition.Meaning}", DocumentStyles.Note));
        else if (notes.Count > 0) WriteNotes();
        parts.Write(Path, Prefix + "document.main+xml", template!.Document(body));
        spec.Stamp.Write(parts, "Showrunner");
    }

    public static int Twips(double points) => (int)Math.Round(points * 20);

    private W.Paragraph Foot()
    {
        var foot = Prose.Of(DocumentStyles.Footer,
            [Prose.Run(TextWidth.Trim(spec.Footer, Width - 60, 9)), new W.Run(new W.TabChar()), .. Prose.Field("PAGE", new W.Text("1")), Prose.Run(" / "), .. Prose.Field("NUMPAGES", new W.Text("1"))]);
        foot.ParagraphProperties!.Append(new W.Tabs(new W.TabStop { Val = W.TabStopValues.Right, Position = Twips(Width) }));
        return foot;
    }

    /// <summary>Names that lead to their places; page numbers would need the pages to be set first.</summary>
    private IEnumerable<W.Paragraph> Contents()
    {
        yield return Prose.Of(spec.Words.Contents, DocumentStyles.ContentsTitle);
        var listed = headings.Where(h => h.Level <= 2).ToList();
        for (var i = 0; i < listed.Count; i++)
        {
            var entry = new W.Hyperlink(Prose.Run(listed[i].Text)) { Anchor = listed[i].Mark, History = true };
            List<OpenXmlElement> runs = [entry];
            if (i == 0) runs.InsertRange(0, [.. Prose.Field("TOC \\o \"1-2\" \\h \\z \\n").Take(3)]);
            if (i == listed.Count - 1) runs.Add(new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.End }));
            yield return Prose.Of(DocumentStyles.Contents(listed[i].Level), runs);
        }
    }

    private void WriteNotes()
    {
        W.Footnote Line(int id, W.FootnoteEndnoteValues type, OpenXmlElement mark) => new(new W.Paragraph(new W.Run(mark))) { Id = id, Type = type };
        var root = new W.Footnotes(Line(-1, W.FootnoteEndnoteValues.Separator, new W.SeparatorMark()), Line(0, W.FootnoteEndnoteValues.ContinuationSeparator, new W.ContinuationSeparatorMark()));
        root.Append(notes.Select((text, i) => new W.Footnote(Prose.Of(DocumentStyles.NoteText,
            new W.Run(new W.RunProperties(new W.RunStyle { Val = DocumentStyles.NoteMark }), new W.FootnoteReferenceMark()), Prose.Run(" " + text)))
        { Id = i + 1 }));
        template?.Dress(root);
        Related("footnotes", Relations.Footnotes, root);
    }

    private string Related(string name, string relation, OpenXmlPartRootElement root, string? type = null)
    {
        var path = $"word/{name}.xml";
        parts.Write(path, Prefix + (type ?? name) + "+xml", root);
        return parts.Relate(Path, relation, path);
    }
}
