using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace Showrunner.Office;

/// <summary>A paragraph with its type; null takes the layout's.</summary>
internal sealed record Paragraph(string Text)
{
    public double? Size { get; init; }

    public bool Bold { get; init; }

    public string? Colour { get; init; }

    public Side Side { get; init; }

    public double Before { get; init; }

    public double After { get; init; }

    public bool Bullet { get; init; }

    public A.Paragraph Xml(string language)
    {
        var properties = new A.ParagraphProperties();
        if (Side == Side.Right) properties.Alignment = A.TextAlignmentTypeValues.Right;
        if (Bullet)
        {
            properties.LeftMargin = 228_600;
            properties.Indent = -228_600;
        }
        if (Before > 0) properties.Append(new A.SpaceBefore(new A.SpacingPoints { Val = (int)(Before * 100) }));
        if (After > 0) properties.Append(new A.SpaceAfter(new A.SpacingPoints { Val = (int)(After * 100) }));
        if (Bullet) properties.Append(new A.BulletFont { Typeface = "Arial" }, new A.CharacterBullet { Char = "•" });
        var paragraph = new A.Paragraph(properties);
        if (Text.Length > 0) paragraph.Append(new A.Run(Type(language), new A.Text(CleanText.Of(Text))));
        return paragraph;
    }

    private A.RunProperties Type(string language)
    {
        var type = new A.RunProperties { Language = language, Dirty = false };
        if (Size is { } size) type.FontSize = (int)Math.Round(size * 100);
        if (Bold) type.Bold = true;
        if (Colour is { } colour) type.Append(ChartStyle.Solid(colour));
        // A free text box has no layout to take its font from.
        type.Append(new A.LatinFont { Typeface = "+mn-lt" });
        return type;
    }
}

/// <summary>Paragraphs as the text of a shape or a table cell.</summary>
internal static class Words
{
    public static P.TextBody Body(string language, params IEnumerable<Paragraph> paragraphs) =>
        Body(new A.BodyProperties(), language, paragraphs);

    public static P.TextBody Body(A.BodyProperties body, string language, params IEnumerable<Paragraph> paragraphs)
    {
        var text = new P.TextBody(body, new A.ListStyle());
        text.Append(paragraphs.Select(p => p.Xml(language)));
        return text;
    }

    public static A.BodyProperties Inset(double points, A.TextAnchoringTypeValues anchor) => new(new A.NoAutoFit())
    {
        LeftInset = (int)Box.Emu(points),
        RightInset = (int)Box.Emu(points),
        TopInset = (int)Box.Emu(points),
        BottomInset = (int)Box.Emu(points),
        Wrap = A.TextWrappingValues.Square,
        Anchor = anchor,
    };
}
