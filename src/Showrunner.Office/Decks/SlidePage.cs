using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace Showrunner.Office;

/// <summary>One slide of the file while shapes are put on it.</summary>
internal sealed class SlidePage
{
    private const double HeadlineSize = 26;
    private const double SmallestHeadline = 20;

    private readonly Presentation deck;
    private readonly List<OpenXmlElement> shapes = [];

    private readonly Layout layout;
    private readonly DeckTemplate.Stand? stand;

    public SlidePage(Presentation deck, Layout layout)
    {
        (this.deck, this.layout, stand) = (deck, layout, deck.Template?.Of(layout));
        Path = deck.Add();
        deck.Parts.Relate(Path, Relations.SlideLayout, stand?.Path ?? Master.LayoutPath(layout));
    }

    public string Path { get; }

    public Presentation Deck => deck;

    private uint NextId => (uint)shapes.Count + 2;

    public void Headline(string text)
    {
        var (width, largest, smallest) = (Box.Headline.Width, HeadlineSize, SmallestHeadline);
        if (stand?.Title is { } title)
        {
            // The template's own size where two lines of it fit into the place, else what fits.
            (width, smallest) = (Math.Max(80, title.Box.Width - 16), 12);
            largest = Math.Max(smallest, Math.Min(title.Size ?? HeadlineSize, title.Box.Height > 0 ? (title.Box.Height - 8) / 2 / TextWidth.LineHeight : HeadlineSize));
        }
        var size = TextLines.Fit(text, width, 2, largest, smallest, bold: true);
        var shown = TextLines.Cut(text, width, 2, size, bold: true);
        Fill("Headline", P.PlaceholderValues.Title, null, new Paragraph(shown) { Size = size });
    }

    /// <summary>Fills a placeholder of the layout.</summary>
    public void Fill(string name, P.PlaceholderValues type, uint? index, params IEnumerable<Paragraph> paragraphs)
    {
        if (stand is null) shapes.Add(Placed(name, type, index, Words.Body(deck.Language, paragraphs)));
        else if (Own(type) is { } place) shapes.Add(Placed(name, Kind(place), place.Index, Words.Body(deck.Language, paragraphs.Select(p => type == P.PlaceholderValues.Body ? p with { Size = p.Size * Type } : p))));
        else if (type == P.PlaceholderValues.Body && layout == Layout.Text) Text(name, Box.Body, paragraphs.Select(p => p with { Bullet = true }));
    }

    private static P.PlaceholderValues Kind(DeckTemplate.Place place) => place.Type switch
    {
        "title" => P.PlaceholderValues.Title,
        "ctrTitle" => P.PlaceholderValues.CenteredTitle,
        "subTitle" => P.PlaceholderValues.SubTitle,
        "body" => P.PlaceholderValues.Body,
        "ftr" => P.PlaceholderValues.Footer,
        _ => P.PlaceholderValues.Object,
    };

    /// <summary>Of our type sizes, on the template's page.</summary>
    private double Type => Math.Min(1, Math.Min(deck.Across(layout), deck.Down(layout)));

    private DeckTemplate.Place? Own(P.PlaceholderValues type) =>
        type == P.PlaceholderValues.Title || type == P.PlaceholderValues.CenteredTitle ? stand!.Title
        : type == P.PlaceholderValues.SubTitle ? stand!.Sub
        : type == P.PlaceholderValues.Footer ? stand!.Footer
        : type == P.PlaceholderValues.SlideNumber ? stand!.Number
        : layout == Layout.Text ? stand!.Body : null;

    public void Text(string name, Box box, IEnumerable<Paragraph> paragraphs, string? fill = null, double inset = 0)
    {
        var properties = new P.ShapeProperties(deck.On(layout, box).Transform(), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle });
        if (fill is not null) properties.Append(ChartStyle.Solid(fill));
        properties.Append(new A.Outline(new A.NoFill()));
        shapes.Add(new P.Shape(
            new P.NonVisualShapeProperties(new P.NonVisualDrawingProperties { Id = NextId, Name = name }, new P.NonVisualShapeDrawingProperties(), new P.ApplicationNonVisualDrawingProperties()),
            properties,
            Words.Body(Words.Inset(inset * Type, A.TextAnchoringTypeValues.Top), deck.Language, paragraphs)));
        if (stand is not null) Recolour.Scale(shapes[^1], deck.Across(layout), deck.Down(layout));
    }

    public void Frame(string name, string description, Box box, P.PlaceholderValues type, uint index, A.GraphicData data)
    {
        if (stand is not null) Recolour.Scale(data, deck.Across(layout), deck.Down(layout));
        shapes.Add(new P.GraphicFrame(
            new P.NonVisualGraphicFrameProperties(
                new P.NonVisualDrawingProperties { Id = NextId, Name = name, Description = CleanText.Of(description) },
                new P.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoGrouping = true }),
                stand is null ? new P.ApplicationNonVisualDrawingProperties(new P.PlaceholderShape { Type = type, Index = index }) : new P.ApplicationNonVisualDrawingProperties()),
            deck.On(layout, box).FrameTransform(),
            new A.Graphic(data)));
    }

    /// <summary>Puts foot and number on the slide and writes it.</summary>
    public void Close(string? notes, bool foot = true)
    {
        if (foot)
        {
            if (deck.Footer.Length > 0)
                Fill("Source", P.PlaceholderValues.Footer, 3, Source());
            if (stand is not null && stand.Number is null) { /* the template numbers no slides */ }
            else shapes.Add(Placed("Slide number", P.PlaceholderValues.SlideNumber, stand is null ? 4 : stand.Number!.Index, new P.TextBody(new A.BodyProperties(), new A.ListStyle(), Master.SlideNumber(deck.Count))));
        }
        deck.Write(Path, new P.Slide(Master.Shapes(null, shapes), new P.ColorMapOverride(new A.MasterColorMapping())), notes);
    }

    /// <summary>As much of the source as stands in the foot, in smaller type where the template's is narrow; machines without its font use wider letters.</summary>
    private Paragraph Source()
    {
        if (stand?.Footer is not { } foot) return new Paragraph(TextWidth.Trim(deck.Footer, Box.Foot.Width, 10));
        var width = 0.85 * foot.Box.Width - 14;
        var size = TextLines.Fit(deck.Footer, width, 2, 10, 6);
        return new Paragraph(TextLines.Cut(deck.Footer, width, 2, size)) { Size = size };
    }

    private P.Shape Placed(string name, P.PlaceholderValues type, uint? index, P.TextBody text)
    {
        var place = new P.PlaceholderShape { Type = type };
        if (index is { } value) place.Index = value;
        return new P.Shape(
            new P.NonVisualShapeProperties(
                new P.NonVisualDrawingProperties { Id = NextId, Name = name },
                new P.NonVisualShapeDrawingProperties(new A.ShapeLocks { NoGrouping = true }),
                new P.ApplicationNonVisualDrawingProperties(place)),
            new P.ShapeProperties(), text);
    }
}
