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

    public SlidePage(Presentation deck, Layout layout)
    {
        this.deck = deck;
        Path = deck.Add();
        deck.Parts.Relate(Path, Relations.SlideLayout, Master.LayoutPath(layout));
    }

    public string Path { get; }

    public Presentation Deck => deck;

    private uint NextId => (uint)shapes.Count + 2;

    public void Headline(string text)
    {
        var size = TextLines.Fit(text, Box.Headline.Width, 2, HeadlineSize, SmallestHeadline, bold: true);
        var shown = TextLines.Cut(text, Box.Headline.Width, 2, size, bold: true);
        Fill("Headline", P.PlaceholderValues.Title, null, new Paragraph(shown) { Size = size });
    }

    /// <summary>Fills a placeholder of the layout.</summary>
    public void Fill(string name, P.PlaceholderValues type, uint? index, params IEnumerable<Paragraph> paragraphs) =>
        shapes.Add(Placed(name, type, index, Words.Body(deck.Language, paragraphs)));

    public void Text(string name, Box box, IEnumerable<Paragraph> paragraphs, string? fill = null, double inset = 0)
    {
        var properties = new P.ShapeProperties(box.Transform(), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle });
        if (fill is not null) properties.Append(ChartStyle.Solid(fill));
        properties.Append(new A.Outline(new A.NoFill()));
        shapes.Add(new P.Shape(
            new P.NonVisualShapeProperties(new P.NonVisualDrawingProperties { Id = NextId, Name = name }, new P.NonVisualShapeDrawingProperties(), new P.ApplicationNonVisualDrawingProperties()),
            properties,
            Words.Body(Words.Inset(inset, A.TextAnchoringTypeValues.Top), deck.Language, paragraphs)));
    }

    public void Frame(string name, string description, Box box, P.PlaceholderValues type, uint index, A.GraphicData data) =>
        shapes.Add(new P.GraphicFrame(
            new P.NonVisualGraphicFrameProperties(
                new P.NonVisualDrawingProperties { Id = NextId, Name = name, Description = CleanText.Of(description) },
                new P.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoGrouping = true }),
                new P.ApplicationNonVisualDrawingProperties(new P.PlaceholderShape { Type = type, Index = index })),
            box.FrameTransform(),
            new A.Graphic(data)));

    /// <summary>Puts foot and number on the slide and writes it.</summary>
    public void Close(string? notes, bool foot = true)
    {
        if (foot)
        {
            if (deck.Footer.Length > 0)
                Fill("Source", P.PlaceholderValues.Footer, 3, new Paragraph(TextWidth.Trim(deck.Footer, Box.Foot.Width, 10)));
            shapes.Add(Placed("Slide number", P.PlaceholderValues.SlideNumber, 4, new P.TextBody(new A.BodyProperties(), new A.ListStyle(), Master.SlideNumber(deck.Count))));
        }
        deck.Write(Path, new P.Slide(Master.Shapes(null, shapes), new P.ColorMapOverride(new A.MasterColorMapping())), notes);
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
