namespace Showrunner.Office;

internal enum Side
{
    Left,
    Right,
    Centre,
}

internal enum Rule
{
    None,
    Light,
    Heading,
    Total,
}

/// <summary>How a cell looks; equal looks share one style in the file.</summary>
internal sealed record CellLook
{
    public double Size { get; init; } = 11;

    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public bool Underlined { get; init; }

    public string Colour { get; init; } = Palette.Ink;

    public string? Fill { get; init; }

    public Rule Rule { get; init; }

    public string Code { get; init; } = "General";

    public Side Side { get; init; }

    public int Indent { get; init; }

    public bool Wrap { get; init; }

    public bool Top { get; init; }

    /// <summary>Editing the cell keeps it text, whatever it begins with.</summary>
    public bool Quoted { get; init; }

    public static CellLook Title { get; } = new() { Size = 16, Bold = true, Colour = Palette.Heading };

    public static CellLook Subtitle { get; } = new() { Colour = Palette.Muted };

    public static CellLook Heading { get; } = new() { Size = 12, Bold = true, Colour = Palette.Heading };

    public static CellLook Note { get; } = new() { Size = 9, Colour = Palette.Muted, Wrap = true, Top = true };

    public static CellLook Body { get; } = new() { Wrap = true, Top = true };

    public static CellLook Head(CellFormat format, bool filtered) => new()
    {
        Bold = true,
        Colour = Palette.Heading,
        Fill = Palette.Band,
        Rule = Rule.Heading,
        Wrap = true,
        Side = Of(format),
        // Room for the filter button, which covers the right edge of the heading.
        Indent = Of(format) == Side.Right ? filtered ? 2 : 1 : 0,
    };

    public static CellLook Cell(Column column) => new()
    {
        Code = column.Format.Code,
        Rule = Rule.Light,
        Side = Of(column.Format),
        Indent = column.Format.IsNumber ? 1 : 0,
        Wrap = column.Wrap,
    };

    public static CellLook TotalOf(Column column) => Cell(column) with { Bold = true, Fill = Palette.Wash, Rule = Rule.Total, Wrap = false };

    private static Side Of(CellFormat format) => format.IsNumber ? Side.Right : Side.Left;
}
