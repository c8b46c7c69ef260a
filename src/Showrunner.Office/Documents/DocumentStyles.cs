using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Showrunner.Office;

/// <summary>The named styles of a document: who opens it can restyle everything at once.</summary>
internal static class DocumentStyles
{
    public const string Title = "Title", Subtitle = "Subtitle", Note = "Note", Bullet = "ListBullet", Caption = "Caption", CaptionAbove = "CaptionAbove",
        Header = "Header", Footer = "Footer", ContentsTitle = "TOCHeading", NoteMark = "FootnoteReference", NoteText = "FootnoteText",
        CellHead = "CellHead", Cell = "Cell", CellTotal = "CellTotal", CardLabel = "CardLabel", CardValue = "CardValue", CardChange = "CardChange", Drawing = "Drawing";

    private const int BulletList = 1;

    public static string Heading(int level) => FormattableString.Invariant($"Heading{level}");

    public static string Contents(int level) => FormattableString.Invariant($"TOC{level}");

    public static W.Styles Of(string language) => new(
        new W.DocDefaults(
            new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
                new W.RunFonts { Ascii = Theme.Font, HighAnsi = Theme.Font, ComplexScript = Theme.Font, EastAsia = Theme.Font },
                new W.Color { Val = Palette.Ink }, new W.FontSize { Val = "21" }, new W.FontSizeComplexScript { Val = "21" }, new W.Languages { Val = language })),
            new W.ParagraphPropertiesDefault(new W.ParagraphPropertiesBaseStyle(new W.SpacingBetweenLines { After = "120", Line = "264", LineRule = W.LineSpacingRuleValues.Auto }))),
        new W.Style(new W.StyleName { Val = "Normal" }, new W.PrimaryStyle()) { Type = W.StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Paragraph(Title, "Title", 26, Palette.Heading, bold: true, after: 4, lines: 1),
        Paragraph(Subtitle, "Subtitle", 13, Palette.Muted, after: 4),
        Paragraph("Heading1", "heading 1", 16, Palette.Heading, bold: true, before: 22, after: 6, keep: true, level: 0, lines: 1.05),
        Paragraph("Heading2", "heading 2", 13, Palette.Heading, bold: true, before: 14, after: 4, keep: true, level: 1, lines: 1.05),
        Paragraph("Heading3", "heading 3", 11, Palette.Heading, bold: true, before: 10, after: 3, keep: true, level: 2),
        Paragraph(ContentsTitle, "TOC Heading", 12, Palette.Heading, bold: true, before: 16, after: 4, keep: true),
        Paragraph("TOC1", "toc 1", 10.5, Palette.Ink, after: 2),
        Paragraph("TOC2", "toc 2", 10, Palette.Muted, after: 2, left: 14),
        Paragraph(Note, "Note", 9, Palette.Muted, after: 4),
        List(),
        Paragraph(Drawing, "Drawing", 10, Palette.Ink, before: 8, after: 2, keep: true),
        Paragraph(Caption, "caption", 9, Palette.Muted, before: 0, after: 12),
        Paragraph(CaptionAbove, "Caption above", 9, Palette.Muted, before: 10, after: 4, keep: true),
        Paragraph(CellHead, "Table heading", 9.5, Palette.Heading, bold: true, after: 0, keep: true, lines: 1),
        Paragraph(Cell, "Table cell", 9.5, Palette.Ink, after: 0, lines: 1),
        Paragraph(CellTotal, "Table total", 9.5, Palette.Ink, bold: true, after: 0, lines: 1),
        Paragraph(CardLabel, "Card label", 9, Palette.Muted, after: 1, keep: true, lines: 1),
        Paragraph(CardValue, "Card value", 17, Palette.Heading, bold: true, after: 1, keep: true, lines: 1),
        Paragraph(CardChange, "Card change", 9, Palette.Muted, after: 1, lines: 1),
        Paragraph(Header, "header", 9, Palette.Muted, after: 0),
        Paragraph(Footer, "footer", 9, Palette.Muted, after: 0),
        Paragraph(NoteText, "footnote text", 8.5, Palette.Muted, after: 2, lines: 1),
        new W.Style(new W.StyleName { Val = "footnote reference" }, new W.StyleRunProperties(new W.VerticalTextAlignment { Val = W.VerticalPositionValues.Superscript })) { Type = W.StyleValues.Character, StyleId = NoteMark });

    public static W.Numbering Bullets() => new(
        new W.AbstractNum(
            new W.MultiLevelType { Val = W.MultiLevelValues.SingleLevel },
            new W.Level(
                new W.StartNumberingValue { Val = 1 }, new W.NumberingFormat { Val = W.NumberFormatValues.Bullet }, new W.LevelText { Val = "•" }, new W.LevelJustification { Val = W.LevelJustificationValues.Left },
                new W.PreviousParagraphProperties(new W.Indentation { Left = "284", Hanging = "227" }))
            { LevelIndex = 0 })
        { AbstractNumberId = 0 },
        new W.NumberingInstance(new W.AbstractNumId { Val = 0 }) { NumberID = BulletList });

    private static W.Style List()
    {
        var list = Paragraph(Bullet, "List Bullet", 10.5, Palette.Ink, after: 4);
        list.StyleParagraphProperties!.InsertAt(new W.NumberingProperties(new W.NumberingId { Val = BulletList }), 0);
        return list;
    }

    /// <summary>Sizes and spaces in points, lines as a multiple.</summary>
    private static W.Style Paragraph(string id, string name, double size, string colour, bool bold = false, double before = 0, double after = 6, bool keep = false, int? level = null, double left = 0, double lines = 1.1)
    {
        var paragraph = new W.StyleParagraphProperties();
        if (keep) paragraph.Append(new W.KeepNext());
        if (keep) paragraph.Append(new W.KeepLines());
        paragraph.Append(new W.SpacingBetweenLines { Before = Twips(before), After = Twips(after), Line = Twips(12 * lines), LineRule = W.LineSpacingRuleValues.Auto });
        if (left > 0) paragraph.Append(new W.Indentation { Left = Twips(left) });
        if (level is { } outline) paragraph.Append(new W.OutlineLevel { Val = outline });
        var run = new W.StyleRunProperties();
        if (bold) run.Append(new W.Bold());
        run.Append(new W.Color { Val = colour }, new W.FontSize { Val = Half(size) }, new W.FontSizeComplexScript { Val = Half(size) });
        return new W.Style(new W.StyleName { Val = name }, new W.BasedOn { Val = "Normal" }, new W.PrimaryStyle(), paragraph, run) { Type = W.StyleValues.Paragraph, StyleId = id, CustomStyle = name[0] is >= 'A' and <= 'Z' && name is not ("Title" or "Subtitle" or "TOC Heading" or "List Bullet") ? true : null };
    }

    private static string Twips(double points) => ((int)Math.Round(points * 20)).ToString(CultureInfo.InvariantCulture);

    private static string Half(double points) => ((int)Math.Round(points * 2)).ToString(CultureInfo.InvariantCulture);
}
