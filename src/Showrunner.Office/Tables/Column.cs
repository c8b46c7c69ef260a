namespace Showrunner.Office;

/// <summary>One column of a <see cref="Table"/>.</summary>
/// <param name="Name">Heading, unique in its table.</param>
/// <param name="Format">What the cells hold and how they are shown.</param>
/// <param name="Width">Width in characters; computed from the content when null.</param>
/// <param name="Total">What the totals row shows; a table without any total has no totals row.</param>
public sealed record Column(string Name, CellFormat Format, double? Width = null, Total? Total = null)
{
    /// <summary>Long text continues on further lines instead of being cut at the next column.</summary>
    public bool Wrap { get; init; }

    /// <summary>Colours a change: <see cref="Better.Higher"/> shows gains green and losses red.</summary>
    public Better Better { get; init; }

    /// <summary>Draws a light bar behind each number, as long as its share of the largest.</summary>
    public bool Bar { get; init; }

    /// <summary>Shades each number by where it stands in the column; <see cref="Better"/> decides which end is green.</summary>
    public bool Scale { get; init; }

    /// <summary>Puts a sign before each number for the third of the column's span it stands in; <see cref="Better"/> decides which is good.</summary>
    public bool Icons { get; init; }

    /// <summary>What may be entered into the column's cells; anything when null.</summary>
    public Choices? Choices { get; init; }

    /// <summary>A small chart in each cell; the cells themselves are best null.</summary>
    public Spark? Spark { get; init; }
}

/// <summary>Which direction of a change is good news.</summary>
public enum Better
{
    /// <summary>Neither: the change is not coloured.</summary>
    Neither,

    /// <summary>More is better: revenue, creators, conversion.</summary>
    Higher,

    /// <summary>Less is better: refunds, late samples.</summary>
    Lower,
}
