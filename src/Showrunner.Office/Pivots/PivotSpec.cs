namespace Showrunner.Office;

/// <summary>How the values of records that fall into one cell of a pivot table become one.</summary>
public enum PivotFunction
{
    /// <summary>Added up: for amounts and counts whose parts make a whole.</summary>
    Sum,

    /// <summary>
    /// The largest: for ratios and distinct counts, which do not add up. It is the figure itself as long as a cell holds
    /// one record; such a pivot table has no totals.
    /// </summary>
    Single,
}

/// <summary>One figure of a pivot table.</summary>
/// <param name="Column">Name of a number column of the source.</param>
/// <param name="Caption">Heading; it must differ from every column's name, as spreadsheets demand.</param>
/// <param name="Function">How records are put together.</param>
public sealed record PivotValue(string Column, string Caption, PivotFunction Function = PivotFunction.Sum);

/// <summary>A native pivot table over a table of the same workbook, with its records, so that it can be turned and filtered at once.</summary>
/// <param name="Source">Name of the <see cref="TableBlock"/> whose cells it reads again on refresh.</param>
/// <param name="Table">That table's columns and rows; they are read twice.</param>
/// <param name="Row">Column whose values stand down the side.</param>
/// <param name="Values">At least one; several stand side by side, and then <see cref="Across"/> is not used.</param>
public sealed record PivotBlock(string Source, Table Table, string Row, params IReadOnlyList<PivotValue> Values) : Block
{
    /// <summary>Column whose values stand along the top.</summary>
    public string? Across { get; init; }

    /// <summary>Columns to filter by, above the table; all their values are shown at first.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Caption of the totals.</summary>
    public string TotalCaption { get; init; } = "Total";

    /// <summary>Said beside a filter that leaves everything in.</summary>
    public string AllCaption { get; init; } = "(All)";

    /// <summary>Said where a record has no value of a column.</summary>
    public string BlankCaption { get; init; } = "–";
}
