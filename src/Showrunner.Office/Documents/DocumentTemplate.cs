using System.Globalization;
using System.Xml.Linq;

namespace Showrunner.Office;

/// <summary>
/// A company's document template (DOCX or DOTX), checked once: its styles, theme, headers, footers and pages are used, its text stays around the report.
/// <c>{{content}}</c> alone in a paragraph, or a content control with that tag, says where the report goes; <c>{{title}}</c>, <c>{{subtitle}}</c>, <c>{{as_of}}</c> and <c>{{footer}}</c> are filled.
/// </summary>
public sealed class DocumentTemplate
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", Template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";

    internal static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main", A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private DocumentTemplate(TemplatePackage package)
    {
        Package = package;
        Root = package.Links("").FirstOrDefault(l => l.Kind == "officeDocument" && !l.External)?.Target ?? throw new TemplateException("kind");
        if (package.TypeOf(Root) is not (Main or Template)) throw new TemplateException("kind", package.TypeOf(Root));
        var document = package.Document(Root);
        if (document.Root!.Name != W + "document" || document.Root.Element(W + "body") is not { } body) throw new TemplateException("kind", document.Root.Name.NamespaceName);
        // Where a document was attached to a template of its author's machine: nothing is loaded from there.
        Kept = [.. package.Reachable([Root]).Where(path => path != Root)];
        Styles = Part("styles");
        Numbering = Part("numbering");
        HasNotes = Part("footnotes") is not null;
        Names = Styles is null ? [] : package.Document(Styles).Root!.Elements(W + "style").Where(s => s.Element(W + "name") is not null)
            .GroupBy(s => ((string)s.Element(W + "name")!.Attribute(W + "val")!).ToLowerInvariant()).ToDictionary(g => g.Key, g => (string?)g.First().Attribute(W + "styleId") ?? "");
        HasPlace = Fields.Place(body) is not null;
        HasTitle = Fields.Has(body, "title");
        var page = body.Element(W + "sectPr") ?? body.Descendants(W + "sectPr").LastOrDefault();
        double Points(string part, string name, double otherwise) => double.TryParse((string?)page?.Element(W + part)?.Attribute(W + name), NumberStyles.Float, CultureInfo.InvariantCulture, out var twips) && twips > 0 ? twips / 20 : otherwise;
        Width = Points("pgSz", "w", 595.3) - Points("pgMar", "left", 62) - Points("pgMar", "right", 62);
        if (Width < 200) throw new TemplateException("layout", FormattableString.Invariant($"{Width:0} pt"));
        (Colours, Fonts) = Look();
    }

    /// <summary>Reads and checks a template.</summary>
    /// <param name="file">The file; read to its end.</param>
    /// <exception cref="TemplateException">kind, broken, password, macros, bomb, outside; layout where less than 200 points are left for text.</exception>
    public static DocumentTemplate Read(Stream file) => new(TemplatePackage.Read(file));

    /// <summary>A place for the report is marked; without, it goes to the end.</summary>
    public bool HasPlace { get; }

    /// <summary>Names of the styles for headings that the template has.</summary>
    public IReadOnlyList<string> Headings => [.. new[] { "title", "heading 1", "heading 2", "heading 3", "caption" }.Where(Names.ContainsKey).Select(name => Names[name])];

    /// <summary>Of headings and of text, as the theme names them.</summary>
    public IReadOnlyList<string> Fonts { get; }

    /// <summary>Accents 1 to 6 of the theme as RRGGBB; one that is said otherwise is empty.</summary>
    public IReadOnlyList<string> Colours { get; }

    /// <summary>The template says the title itself.</summary>
    internal bool HasTitle { get; }

    internal TemplatePackage Package { get; }

    internal string Root { get; }

    /// <summary>Parts that the document leads to, without itself.</summary>
    internal IReadOnlyList<string> Kept { get; }

    internal string? Styles { get; }

    internal string? Numbering { get; }

    internal bool HasNotes { get; }

    /// <summary>Ids of the styles by their names in lower case: a German Word writes <c>berschrift1</c> for <c>heading 1</c>.</summary>
    internal Dictionary<string, string> Names { get; }

    /// <summary>Of the text, in points.</summary>
    internal double Width { get; }

    private string? Part(string kind) => Package.Links(Root).FirstOrDefault(l => l.Kind == kind && !l.External)?.Target;

    private (IReadOnlyList<string> Colours, IReadOnlyList<string> Fonts) Look()
    {
        if (Part("theme") is not { } path) return ([], []);
        var elements = Package.Document(path).Root!.Element(A + "themeElements");
        string Font(string which) => (string?)elements?.Element(A + "fontScheme")?.Element(A + which)?.Element(A + "latin")?.Attribute("typeface") ?? "";
        return ([.. Enumerable.Range(1, 6).Select(i => (string?)elements?.Element(A + "clrScheme")?.Element(A + ("accent" + i))?.Element(A + "srgbClr")?.Attribute("val") ?? "")],
            [.. new[] { Font("majorFont"), Font("minorFont") }.Where(f => f.Length > 0).Distinct()]);
    }

    /// <summary>What a person wrote into the template to be filled.</summary>
    internal static class Fields
    {
        public const string Content = "content";

        /// <summary>The paragraph or content control that the report takes the place of.</summary>
        public static XElement? Place(XElement body) =>
            body.Elements().FirstOrDefault(e => e.Name == W + "sdt" && Tag(e) == Content || e.Name == W + "p" && Said(e).Trim() == "{{content}}");

        public static bool Has(XElement body, string name) =>
            body.Descendants(W + "sdt").Any(s => Tag(s) == name) || body.Descendants(W + "p").Any(p => Said(p).Contains("{{" + name + "}}", StringComparison.OrdinalIgnoreCase));

        /// <summary>Fills the fields of a part; a field may be split over runs.</summary>
        public static void Fill(XElement part, IReadOnlyDictionary<string, string> values)
        {
            foreach (var control in part.Descendants(W + "sdt").Where(s => Tag(s) is { } tag && values.ContainsKey(tag)).ToList())
                Put([.. control.Descendants(W + "t")], values[Tag(control)!]);
            foreach (var paragraph in part.Descendants(W + "p").Where(p => Said(p).Contains("{{", StringComparison.Ordinal)).ToList())
            {
                var said = Said(paragraph);
                var filled = values.Aggregate(said, (text, value) => text.Replace("{{" + value.Key + "}}", value.Value, StringComparison.OrdinalIgnoreCase));
                if (filled != said) Put([.. paragraph.Descendants(W + "t")], filled);
            }
        }

        private static void Put(List<XElement> texts, string value)
        {
            if (texts.Count == 0) return;
            texts[0].Value = CleanText.Of(value);
            texts[0].SetAttributeValue(XNamespace.Xml + "space", "preserve");
            foreach (var rest in texts.Skip(1)) rest.Value = "";
        }

        private static string Said(XElement paragraph) => string.Concat(paragraph.Descendants(W + "t").Select(t => t.Value));

        private static string? Tag(XElement control) =>
            ((string?)(control.Element(W + "sdtPr")?.Element(W + "tag") ?? control.Element(W + "sdtPr")?.Element(W + "alias"))?.Attribute(W + "val"))?.ToLowerInvariant();
    }
}
