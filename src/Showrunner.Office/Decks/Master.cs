using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace Showrunner.Office;

/// <summary>Slide master and layouts: where headline, content and foot stand, and their type.</summary>
internal static class Master
{
    public const string Path = "ppt/slideMasters/slideMaster1.xml";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml";
    private const string LayoutType = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml";

    // Masters and layouts share one range of ids that starts here.
    public const uint FirstId = 2_147_483_648;

    public static string LayoutPath(Layout layout) => FormattableString.Invariant($"ppt/slideLayouts/slideLayout{(int)layout + 1}.xml");

    public static void Write(Parts parts)
    {
        var layouts = Enum.GetValues<Layout>();
        var ids = layouts.Select((l, i) => new P.SlideLayoutId { Id = FirstId + 1 + (uint)i, RelationshipId = parts.Relate(Path, Relations.SlideLayout, LayoutPath(l)) }).ToList();
        parts.Relate(Path, Relations.Theme, "ppt/theme/theme1.xml");
        var master = new P.SlideMaster(
            Shapes(Palette.Paper,
                Placeholder(2, "Headline", P.PlaceholderValues.Title, null, Box.Headline, "Headline as a sentence", Anchor.Top),
                Placeholder(3, "Content", P.PlaceholderValues.Body, 1, Box.Body, "Text", Anchor.Top),
                Placeholder(4, "Source", P.PlaceholderValues.Footer, 3, Box.Foot, "", Anchor.Middle, Small(A.TextAlignmentTypeValues.Left)),
                Number(5, Small(A.TextAlignmentTypeValues.Right))),
            Map(), new P.SlideLayoutIdList(ids),
            new P.TextStyles(new P.TitleStyle(Level(26, Palette.Heading, bold: true)), new P.BodyStyle(Bullet()), new P.OtherStyle(Level(14, Palette.Ink))));
        parts.Write(Path, ContentType, Declared(master));
        foreach (var layout in layouts)
        {
            parts.Relate(LayoutPath(layout), Relations.SlideMaster, Path);
            parts.Write(LayoutPath(layout), LayoutType, Declared(Of(layout)));
        }
    }

    private static P.SlideLayout Of(Layout layout)
    {
        var headline = Placeholder(2, "Headline", P.PlaceholderValues.Title, null, null, "Headline as a sentence", Anchor.Top);
        OpenXmlElement[] foot = [Placeholder(8, "Source", P.PlaceholderValues.Footer, 3, null, "", Anchor.Middle), Number(9, null)];
        return layout switch
        {
            Layout.Title => Made(P.SlideLayoutValues.Title, "Title", Shapes(Palette.Night,
                Placeholder(2, "Title", P.PlaceholderValues.CenteredTitle, null, new Box(72, 150, 800, 130), "Title", Anchor.Bottom, Level(42, Palette.Paper, bold: true)),
                Placeholder(3, "Subtitle", P.PlaceholderValues.SubTitle, 1, new Box(72, 292, 800, 80), "Subtitle", Anchor.Top, Level(20, Palette.NightText)),
                Placeholder(4, "As of", P.PlaceholderValues.Body, 10, new Box(72, 470, 800, 30), "As of", Anchor.Middle, Level(13, Palette.NightText)))),
            Layout.Text => Made(P.SlideLayoutValues.Object, "Headline and text", Shapes(null,
                [headline, Placeholder(3, "Text", P.PlaceholderValues.Body, 1, Box.Body, "Text", Anchor.Top), .. foot])),
            Layout.Chart => Made(P.SlideLayoutValues.Chart, "Headline and chart", Shapes(null,
                [headline, Placeholder(3, "Chart", P.PlaceholderValues.Chart, 11, Box.Body, "", Anchor.Top), .. foot])),
            Layout.Table => Made(P.SlideLayoutValues.Table, "Headline and table", Shapes(null,
                [headline, Placeholder(3, "Table", P.PlaceholderValues.Table, 12, Box.Body, "", Anchor.Top), .. foot])),
            _ => Made(P.SlideLayoutValues.TitleOnly, "Headline only", Shapes(null, [headline, .. foot])),
        };
    }

    private static P.SlideLayout Made(P.SlideLayoutValues type, string name, P.CommonSlideData data)
    {
        data.Name = name;
        return new P.SlideLayout(data, new P.ColorMapOverride(new A.MasterColorMapping())) { Type = type, Preserve = true };
    }

    public static T Declared<T>(T root)
        where T : OpenXmlPartRootElement
    {
        root.AddNamespaceDeclaration("a", "http://schemas.openxmlformats.org/drawingml/2006/main");
        root.AddNamespaceDeclaration("r", SheetPage.RelationSpace);
        return root;
    }

    public static P.ColorMap Map() => new()
    {
        Background1 = A.ColorSchemeIndexValues.Light1,
        Text1 = A.ColorSchemeIndexValues.Dark1,
        Background2 = A.ColorSchemeIndexValues.Light2,
        Text2 = A.ColorSchemeIndexValues.Dark2,
        Accent1 = A.ColorSchemeIndexValues.Accent1,
        Accent2 = A.ColorSchemeIndexValues.Accent2,
        Accent3 = A.ColorSchemeIndexValues.Accent3,
        Accent4 = A.ColorSchemeIndexValues.Accent4,
        Accent5 = A.ColorSchemeIndexValues.Accent5,
        Accent6 = A.ColorSchemeIndexValues.Accent6,
        Hyperlink = A.ColorSchemeIndexValues.Hyperlink,
        FollowedHyperlink = A.ColorSchemeIndexValues.FollowedHyperlink,
    };

    public static P.CommonSlideData Shapes(string? background, params IEnumerable<OpenXmlElement> shapes)
    {
        var tree = new P.ShapeTree(
            new P.NonVisualGroupShapeProperties(new P.NonVisualDrawingProperties { Id = 1, Name = "" }, new P.NonVisualGroupShapeDrawingProperties(), new P.ApplicationNonVisualDrawingProperties()),
            new P.GroupShapeProperties(new A.TransformGroup(
                new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }, new A.ChildOffset { X = 0, Y = 0 }, new A.ChildExtents { Cx = 0, Cy = 0 })));
        tree.Append(shapes);
        var data = new P.CommonSlideData();
        if (background is not null) data.Append(new P.Background(new P.BackgroundProperties(ChartStyle.Solid(background), new A.EffectList())));
        data.Append(tree);
        return data;
    }

    private enum Anchor
    {
        Top,
        Middle,
        Bottom,
    }

    private static P.Shape Placeholder(uint id, string name, P.PlaceholderValues type, uint? index, Box? box, string prompt, Anchor anchor, OpenXmlElement? level = null) =>
        Shape(id, name, type, index, box, anchor, level, prompt.Length == 0 ? new A.Paragraph() : new A.Paragraph(new A.Run(new A.RunProperties { Language = "en-US" }, new A.Text(prompt))));

    private static P.Shape Number(uint id, OpenXmlElement? level) =>
        Shape(id, "Slide number", P.PlaceholderValues.SlideNumber, 4, level is null ? null : Box.Number, Anchor.Middle, level, SlideNumber());

    public static A.Paragraph SlideNumber(int number = 0) => new(new A.Field(
        new A.RunProperties { Language = "en-US" }, new A.Text(number == 0 ? "‹#›" : FormattableString.Invariant($"{number}")))
    { Id = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", Type = "slidenum" });

    private static P.Shape Shape(uint id, string name, P.PlaceholderValues type, uint? index, Box? box, Anchor anchor, OpenXmlElement? level, A.Paragraph paragraph)
    {
        var place = new P.PlaceholderShape { Type = type };
        if (index is { } value) place.Index = value;
        var properties = new P.ShapeProperties();
        if (box is { } at) properties.Append(at.Transform(), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle });
        var body = box is null ? new A.BodyProperties() : Words.Inset(0, anchor switch
        {
            Anchor.Top => A.TextAnchoringTypeValues.Top,
            Anchor.Middle => A.TextAnchoringTypeValues.Center,
            _ => A.TextAnchoringTypeValues.Bottom,
        });
        var list = new A.ListStyle();
        if (level is not null) list.Append(level);
        return new P.Shape(
            new P.NonVisualShapeProperties(
                new P.NonVisualDrawingProperties { Id = id, Name = name },
                new P.NonVisualShapeDrawingProperties(new A.ShapeLocks { NoGrouping = true }),
                new P.ApplicationNonVisualDrawingProperties(place)),
            properties,
            new P.TextBody(body, list, paragraph));
    }

    private static A.Level1ParagraphProperties Small(A.TextAlignmentTypeValues side)
    {
        var level = Level(10, Palette.Muted);
        level.Alignment = side;
        return level;
    }

    private static A.Level1ParagraphProperties Level(double size, string colour, bool bold = false) =>
        new(new A.NoBullet(), Type(size, colour, bold)) { LeftMargin = 0, Indent = 0, Alignment = A.TextAlignmentTypeValues.Left };

    private static A.Level1ParagraphProperties Bullet() =>
        new(new A.SpaceAfter(new A.SpacingPoints { Val = 1000 }), new A.BulletFont { Typeface = "Arial" }, new A.CharacterBullet { Char = "•" }, Type(20, Palette.Ink, false))
        {
            LeftMargin = 228_600,
            Indent = -228_600,
        };

    private static A.DefaultRunProperties Type(double size, string colour, bool bold) =>
        new(ChartStyle.Solid(colour), new A.LatinFont { Typeface = "+mn-lt" }) { FontSize = (int)(size * 100), Bold = bold, Kerning = 0 };
}
