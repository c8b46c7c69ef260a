using DocumentFormat.OpenXml.Spreadsheet;
using Xf = DocumentFormat.OpenXml.Spreadsheet.CellFormat;

namespace Showrunner.Office;

/// <summary>Collects the looks used in a workbook and writes them as its styles part.</summary>
internal sealed class CellStyles
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    // Own number formats count from 164; below are the built-in ones.
    private const uint FirstOwnFormat = 164;

    private readonly List<CellLook> looks = [];
    private readonly Dictionary<CellLook, int> places = [];
    private readonly List<string> codes = [];
    private readonly List<string> changes = [];

    public CellStyles() => Of(new CellLook());

    public int Of(CellLook look)
    {
        if (places.TryGetValue(look, out var place)) return place;
        looks.Add(look);
        return places[look] = looks.Count - 1;
    }

    /// <summary>Text colour of a conditional format.</summary>
    public int Change(string colour)
    {
        if (!changes.Contains(colour)) changes.Add(colour);
        return changes.IndexOf(colour);
    }

    public Stylesheet Sheet()
    {
        var fonts = looks.Select(l => new { l.Size, l.Bold, l.Italic, l.Underlined, l.Colour }).Distinct().ToList();
        // The first two fills are fixed by the format.
        var fills = new List<string?> { null, "gray125" };
        fills.AddRange(looks.Select(l => l.Fill).OfType<string>().Distinct());
        var rules = Enum.GetValues<Rule>();
        var formats = looks.Select(l => Format(
            l,
            (uint)fonts.IndexOf(new { l.Size, l.Bold, l.Italic, l.Underlined, l.Colour }),
            (uint)(l.Fill is null ? 0 : fills.IndexOf(l.Fill)),
            (uint)Array.IndexOf(rules, l.Rule))).ToList();

        var sheet = new Stylesheet();
        if (codes.Count > 0)
            sheet.Append(new NumberingFormats(codes.Select((c, i) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = c })) { Count = (uint)codes.Count });
        sheet.Append(
            new Fonts(fonts.Select(f => Font(f.Size, f.Bold, f.Italic, f.Underlined, f.Colour))) { Count = (uint)fonts.Count },
            new Fills(fills.Select(Fill)) { Count = (uint)fills.Count },
            new Borders(rules.Select(Border)) { Count = (uint)rules.Length },
            new CellStyleFormats(new Xf()) { Count = 1 },
            new CellFormats(formats) { Count = (uint)formats.Count },
            new DocumentFormat.OpenXml.Spreadsheet.CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 },
            new DifferentialFormats(changes.Select(c => new DifferentialFormat(new Font(new Color { Rgb = "FF" + c })))) { Count = (uint)changes.Count });
        return sheet;
    }

    private Xf Format(CellLook look, uint font, uint fill, uint border)
    {
        var format = new Xf
        {
            NumberFormatId = Code(look.Code),
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
            Alignment = new Alignment
            {
                Horizontal = look.Side switch { Side.Right => HorizontalAlignmentValues.Right, Side.Centre => HorizontalAlignmentValues.Center, _ => HorizontalAlignmentValues.Left },
                Vertical = look.Top ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center,
            },
        };
        if (look.Indent > 0) format.Alignment.Indent = (uint)look.Indent;
        if (look.Wrap) format.Alignment.WrapText = true;
        if (look.Quoted) format.QuotePrefix = true;
        return format;
    }

    /// <summary>The number of a format in the file's list.</summary>
    public uint CodeId(string code) => Code(code);

    private uint Code(string code)
    {
        if (code == "General") return 0;
        if (code == "@") return 49;
        if (!codes.Contains(code)) codes.Add(code);
        return FirstOwnFormat + (uint)codes.IndexOf(code);
    }

    private static Font Font(double size, bool bold, bool italic, bool underlined, string colour)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        if (italic) font.Append(new Italic());
        if (underlined) font.Append(new Underline());
        font.Append(new FontSize { Val = size }, new Color { Rgb = "FF" + colour }, new FontName { Val = Theme.Font }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static Fill Fill(string? colour) => colour switch
    {
        null => new Fill(new PatternFill { PatternType = PatternValues.None }),
        "gray125" => new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
        _ => new Fill(new PatternFill(new ForegroundColor { Rgb = "FF" + colour }) { PatternType = PatternValues.Solid }),
    };

    private static Border Border(Rule rule) => new(
        new LeftBorder(), new RightBorder(),
        rule == Rule.Total ? new TopBorder(Paint(Palette.Subject)) { Style = BorderStyleValues.Thin } : new TopBorder(),
        rule switch
        {
            Rule.Light => new BottomBorder(Paint(Palette.Rule)) { Style = BorderStyleValues.Thin },
            Rule.Heading => new BottomBorder(Paint(Palette.Subject)) { Style = BorderStyleValues.Thin },
            _ => new BottomBorder(),
        },
        new DiagonalBorder());

    private static Color Paint(string colour) => new() { Rgb = "FF" + colour };
}
