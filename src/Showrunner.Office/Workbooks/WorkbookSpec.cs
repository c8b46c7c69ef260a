using System.Globalization;

namespace Showrunner.Office;

/// <summary>A workbook to write.</summary>
/// <param name="Stamp">Title, author and time in the file's properties.</param>
/// <param name="Sheets">In reading order; at least one.</param>
public sealed record WorkbookSpec(Stamp Stamp, params IReadOnlyList<SheetSpec> Sheets)
{
    /// <summary>Language of the words in compact numbers and chart descriptions. Cells follow their reader's own settings.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>In which functions <see cref="Formula.Lookup"/> is written.</summary>
    public LookupForm Lookups { get; init; }

    /// <summary>A sheet before all others; none when null.</summary>
    public CoverSheet? Cover { get; init; }
}

/// <summary>One sheet: a title, a line that says what and when, and blocks from top to bottom.</summary>
/// <param name="Name">Shown on the tab; cleaned and made unique as a spreadsheet demands.</param>
/// <param name="Blocks">From top to bottom, with an empty row between.</param>
public sealed record SheetSpec(string Name, params IReadOnlyList<Block> Blocks)
{
    public string? Title { get; init; }

    /// <summary>Market, period, comparison, currency and as-of time.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Cell lines on screen; off for a finished look.</summary>
    public bool Gridlines { get; init; }

    /// <summary>Colour of the tab, RRGGBB.</summary>
    public string? TabColour { get; init; }
}

/// <summary>A part of a sheet.</summary>
public abstract record Block
{
    /// <summary>Line in bold above the block.</summary>
    public string? Heading { get; init; }

    /// <summary>Lines in small type under the block.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A table, its totals and the charts drawn from it.</summary>
public sealed record TableBlock(Table Table, params IReadOnlyList<ChartSpec> Charts) : Block
{
    /// <summary>Name that formulas refer to, unique in the workbook; the first table of a sheet has the sheet's name when null.</summary>
    public string? Name { get; init; }

    /// <summary>Filter buttons on the headings. A sheet has one filtered table: the first that asks.</summary>
    public bool Filter { get; init; } = true;

    /// <summary>Columns that stay when the sheet is scrolled sideways.</summary>
    public int FrozenColumns { get; init; } = 1;

    /// <summary>Said in place of rows when there are none.</summary>
    public string Empty { get; init; } = "No rows";
}

/// <summary>Headline figures, one per row: now, before, change.</summary>
public sealed record FiguresBlock(params IReadOnlyList<KeyFigure> Figures) : Block
{
    /// <summary>Headings: figure, now, before, change, note.</summary>
    public IReadOnlyList<string> Headings { get; init; } = ["Figure", "This period", "Before", "Change", "Note"];

    /// <summary>Name that formulas refer to, unique in the workbook; a figure's label then stands for a column.</summary>
    public string? Name { get; init; }

    /// <summary>What percentage points are called after a number.</summary>
    public string PointsUnit { get; init; } = "pp";
}

/// <summary>Paragraphs.</summary>
public sealed record TextBlock(params IReadOnlyList<string> Lines) : Block;

/// <summary>How a figure's change against the earlier period is measured.</summary>
public enum Change
{
    /// <summary>Relative: now ÷ before − 1.</summary>
    Relative,

    /// <summary>Difference of two rates in percentage points.</summary>
    Points,

    /// <summary>Not shown.</summary>
    None,
}

/// <summary>One headline figure of a sheet.</summary>
/// <param name="Label">What is measured.</param>
/// <param name="Value">A cell: number, <see cref="Formula"/> or null for unknown.</param>
/// <param name="Format">How value and comparison are shown.</param>
/// <param name="Before">The same figure in the period compared with.</param>
/// <param name="Better">Which direction is good news.</param>
public sealed record KeyFigure(string Label, object? Value, CellFormat Format, object? Before = null, Better Better = Better.Neither)
{
    public Change Change { get; init; } = Change.Relative;

    public string? Note { get; init; }
}
