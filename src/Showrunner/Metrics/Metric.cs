namespace Showrunner.Metrics;

/// <summary>Where a figure comes from: dated order lines, totals over a period, the figures of videos and LIVEs, or the state of the goods on the last day.</summary>
public enum Family { Lines, Totals, Content, Goods }

public enum Unit { Money, Count, Rate, Seconds, Hours, Days }

/// <summary>Which way is good.</summary>
public enum Direction { Up, Down, Neutral }

/// <summary>
/// Whether the figures of single days make the figure of the period: sums do, distinct orders do where an order has one day;
/// of people and things (row numbers) the sets of the days do, of anything else nothing does.
/// </summary>
public enum OverDays { AddsUp, AddsUpByOrder, AddsUpAsSet, Never }

/// <summary>A sum or count over one family's rows, as SQL that DuckDB and PostgreSQL both run.</summary>
public sealed record Measure(string Code, Family Family, string Sql, OverDays OverDays = OverDays.AddsUp)
{
    /// <summary>The row number that is counted once, or NULL: only where <see cref="OverDays"/> says that sets add up.</summary>
    public string Member { get; init; } = "";
    /// <summary>Reads <see cref="Ledger.UnitCosts.Cost"/>; without any cost it is unknown, not 0.</summary>
    public bool NeedsCost { get; init; }
}

/// <summary>
/// One line of the dictionary: a numerator, perhaps over a denominator, times a scale. Name and definition are texts
/// (<c>metric.CODE</c>, <c>metric.CODE.text</c>). Where the field has two definitions, both are here and name each other.
/// </summary>
public sealed record Metric(string Code, string Numerator, Unit Unit)
{
    public string? Denominator { get; init; }
    public int Scale { get; init; } = 1;
    public Direction Direction { get; init; } = Direction.Up;
    /// <summary>Code of the metric that this one is another definition of.</summary>
    public string? VariantOf { get; init; }
    /// <summary>Known before settlement only; shown with a dotted underline.</summary>
    public bool IsEstimate { get; init; }
    /// <summary>Where the definition is from.</summary>
    public required string Source { get; init; }
    /// <summary>Families that can answer, best first.</summary>
    public required IReadOnlyList<Family> Families { get; init; }

    public bool IsRatio => Denominator is not null;
    public string Formula => Denominator is null ? Numerator : $"{Numerator} ÷ {Denominator}{(Scale == 1 ? "" : $" × {Scale.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)}")}";
}
