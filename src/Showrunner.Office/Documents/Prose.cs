using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Showrunner.Office;

/// <summary>Paragraphs and runs of a document.</summary>
internal static class Prose
{
    public static W.Paragraph Of(string text, string? style = null, params IReadOnlyList<OpenXmlElement> after) => new([Styled(style), Run(text), .. after]);

    public static W.Paragraph Of(string? style, params IReadOnlyList<OpenXmlElement> runs) => new([Styled(style), .. runs]);

    public static W.Run Run(string text, string? style = null)
    {
        var run = new W.Run();
        if (style is not null) run.Append(new W.RunProperties(new W.RunStyle { Val = style }));
        var lines = CleanText.Of(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) run.Append(new W.Break());
            run.Append(new W.Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    /// <summary>A field with what it showed when the file was written.</summary>
    public static IEnumerable<W.Run> Field(string code, params IReadOnlyList<OpenXmlElement> shown) =>
    [
        new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Begin }),
        new W.Run(new W.FieldCode($" {code} ") { Space = SpaceProcessingModeValues.Preserve }),
        new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Separate }),
        .. shown.Select(part => part as W.Run ?? new W.Run(part)),
        new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.End }),
    ];

    private static W.ParagraphProperties Styled(string? style)
    {
        var properties = new W.ParagraphProperties();
        if (style is not null) properties.Append(new W.ParagraphStyleId { Val = style });
        return properties;
    }
}
