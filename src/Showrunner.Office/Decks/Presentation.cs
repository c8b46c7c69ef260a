using System.Globalization;
using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace Showrunner.Office;

/// <summary>The deck's own parts around its slides, and what slides share while they are written.</summary>
internal sealed class Presentation(Parts parts, DeckSpec spec)
{
    private const string Path = "ppt/presentation.xml";
    private const string Prefix = "application/vnd.openxmlformats-officedocument.presentationml.";
    private const string NotesMasterPath = "ppt/notesMasters/notesMaster1.xml";

    private readonly List<string> slides = [];
    private bool noted;
    private int charts;

    public Parts Parts => parts;

    public CultureInfo Culture => spec.Culture;

    public string Language => spec.Culture.Name.Contains('-', StringComparison.Ordinal) ? spec.Culture.Name : "en-US";

    public string Footer => spec.Footer;

    public int Count => slides.Count;

    public DeckTemplate? Template => spec.Template;

    /// <summary>Where a place of our own page stands on the template's.</summary>
    public Box On(Layout layout, Box box)
    {
        if (spec.Template is null) return box;
        var (free, across, down) = (spec.Template.Of(layout).Free, Across(layout), Down(layout));
        return new Box(free.X + (box.X - Box.Body.X) * across, free.Y + (box.Y - Box.Body.Y) * down, box.Width * across, box.Height * down);
    }

    public double Across(Layout layout) => spec.Template is { } template ? template.Of(layout).Free.Width / Box.Body.Width : 1;

    public double Down(Layout layout) => spec.Template is { } template ? template.Of(layout).Free.Height / Box.Body.Height : 1;

    public string NextChart()
    {
        do charts++;
        while (spec.Template?.Kept.Contains(FormattableString.Invariant($"ppt/charts/chart{charts}.xml")) ?? false);
        return charts.ToString(CultureInfo.InvariantCulture);
    }

    public string Add()
    {
        slides.Add($"ppt/slides/slide{(slides.Count + 1).ToString(CultureInfo.InvariantCulture)}.xml");
        return slides[^1];
    }

    public void Write(string path, P.Slide slide, string? notes)
    {
        if (notes is not null) WriteNotes(path, notes);
        parts.Write(path, Prefix + "slide+xml", Master.Declared(slide));
    }

    public void Finish()
    {
        parts.Relate("", Relations.Document, Path);
        var root = new P.Presentation(new P.SlideMasterIdList(Masters()));
        if (noted || spec.Template?.Notes is not null) root.Append(new P.NotesMasterIdList(new P.NotesMasterId { Id = parts.Relate(Path, Relations.NotesMaster, NotesPath) }));
        root.Append(
            new P.SlideIdList(slides.Select((s, i) => new P.SlideId { Id = 256 + (uint)i, RelationshipId = parts.Relate(Path, Relations.Slide, s) })),
            new P.SlideSize { Cx = (int)Box.Emu(Page.Width), Cy = (int)Box.Emu(Page.Height) },
            new P.NotesSize { Cx = 6_858_000, Cy = 9_144_000 });
        if (spec.Template is { } template) Take(template, root);
        else
        {
            Master.Write(parts);
            parts.Write("ppt/theme/theme1.xml", Theme.ContentType, Theme.Xml);
            parts.Relate(Path, Relations.Theme, "ppt/theme/theme1.xml");
        }
        if (noted && spec.Template?.Notes is null) WriteNotesMaster();
        Related("presProps", Relations.PresentationProperties, new P.PresentationProperties());
        Related("viewProps", Relations.ViewProperties, new P.ViewProperties());
        Related("tableStyles", Relations.TableStyles, new A.TableStyleList { Default = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}" });
        parts.Write(Path, Prefix + "presentation.main+xml", Master.Declared(root));
        spec.Stamp.Write(parts, "Showrunner");
    }

    private Box Page => spec.Template?.Page ?? Box.Page;

    private string NotesPath => spec.Template?.Notes ?? (spec.Template is null ? NotesMasterPath : "ppt/notesMasters/notesMasterOwn.xml");

    private string NotesTheme => spec.Template is null ? "ppt/theme/theme2.xml" : "ppt/theme/themeOfNotes.xml";

    private IEnumerable<P.SlideMasterId> Masters() => spec.Template is { } template
        ? template.MasterIds.Select(m => new P.SlideMasterId { Id = m.Id, RelationshipId = parts.Relate(Path, Relations.SlideMaster, m.Path) })
        : [new P.SlideMasterId { Id = Master.FirstId, RelationshipId = parts.Relate(Path, Relations.SlideMaster, Master.Path) }];

    private void Take(DeckTemplate template, P.Presentation root)
    {
        foreach (var path in template.Kept) parts.Copy(path, template.Package.TypeOf(path), template.Package.Part(path)!, template.Package.Part(TemplatePackage.RelationsOf(path)));
        if (template.DefaultText is { } style) root.Append(new P.DefaultTextStyle(style));
        if (template.Theme is { } theme) parts.Relate(Path, Relations.Theme, theme);
    }

    private void Related(string name, string relation, OpenXmlPartRootElement root)
    {
        parts.Relate(Path, relation, $"ppt/{name}.xml");
        parts.Write($"ppt/{name}.xml", Prefix + name + "+xml", root);
    }

    private void WriteNotes(string slide, string notes)
    {
        noted = true;
        var path = slide.Replace("slides/slide", "notesSlides/notesSlide", StringComparison.Ordinal);
        parts.Relate(slide, Relations.NotesSlide, path);
        parts.Relate(path, Relations.NotesMaster, NotesPath);
        parts.Relate(path, Relations.Slide, slide);
        var page = new P.NotesSlide(
            Master.Shapes(null, Image(), Text(notes.Split('\n').Select(line => new Paragraph(line).Xml(Language)), null)),
            new P.ColorMapOverride(new A.MasterColorMapping()));
        parts.Write(path, Prefix + "notesSlide+xml", Master.Declared(page));
    }

    private void WriteNotesMaster()
    {
        parts.Relate(NotesPath, Relations.Theme, NotesTheme);
        parts.Write(NotesTheme, Theme.ContentType, Theme.Xml);
        var master = new P.NotesMaster(
            Master.Shapes(Palette.Paper, Image(new Box(50, 60, 440, 247)), Text([new A.Paragraph()], new Box(50, 330, 440, 340))), Master.Map());
        parts.Write(NotesPath, Prefix + "notesMaster+xml", Master.Declared(master));
    }

    private static P.Shape Image(Box? box = null) => Shape(2, "Slide", P.PlaceholderValues.SlideImage, null, box, null);

    private static P.Shape Text(IEnumerable<A.Paragraph> paragraphs, Box? box) =>
        Shape(3, "Notes", P.PlaceholderValues.Body, 1, box, new P.TextBody([new A.BodyProperties(), new A.ListStyle(), .. paragraphs]));

    private static P.Shape Shape(uint id, string name, P.PlaceholderValues type, uint? index, Box? box, P.TextBody? text)
    {
        var place = new P.PlaceholderShape { Type = type };
        if (index is { } value) place.Index = value;
        var properties = new P.ShapeProperties();
        if (box is { } at) properties.Append(at.Transform(), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle });
        var shape = new P.Shape(
            new P.NonVisualShapeProperties(
                new P.NonVisualDrawingProperties { Id = id, Name = name }, new P.NonVisualShapeDrawingProperties(new A.ShapeLocks { NoGrouping = true }),
                new P.ApplicationNonVisualDrawingProperties(place)),
            properties);
        if (text is not null) shape.Append(text);
        return shape;
    }
}
