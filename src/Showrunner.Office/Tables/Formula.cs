using System.Globalization;
using System.Text.RegularExpressions;

namespace Showrunner.Office;

/// <summary>A live formula with the value it has now, so that a reader that does not calculate sees the same.</summary>
/// <param name="Text">
/// English function names, commas, no leading "=". <c>{0}</c>, <c>{1}</c> … stand for <paramref name="References"/>.
/// </param>
/// <param name="Value">The value a recalculation gives; null where it gives an empty text.</param>
/// <param name="References">Parts of named tables, resolved when the workbook is written.</param>
public sealed partial record Formula(string Text, object? Value, params IReadOnlyList<CellReference> References)
{
    internal string Resolve(Func<CellReference, string> address) =>
        References.Count == 0
            ? Text.TrimStart('=')
            : Slot().Replace(Text.TrimStart('='), m => address(References[int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)]));

    [GeneratedRegex(@"\{(\d{1,2})\}")]
    private static partial Regex Slot();
}

/// <summary>A column of a named table, or its cell in the totals row.</summary>
/// <remarks>Sheets are written from the last to the first: a formula may refer to sheets behind its own, or to tables above it.</remarks>
public sealed record CellReference(string Table, string Column, bool OfTotal = false)
{
    /// <summary>All data cells of the column, e.g. <c>Trend!$B$5:$B$32</c>.</summary>
    public static CellReference Cells(string table, string column) => new(table, column);

    /// <summary>The column's cell in the totals row.</summary>
    public static CellReference TotalOf(string table, string column) => new(table, column, true);

    /// <summary>This period's cell of a figure in a named <see cref="FiguresBlock"/>.</summary>
    public static CellReference Figure(string block, string label) => new(block, label);

    /// <summary>The comparison's cell of a figure in a named <see cref="FiguresBlock"/>.</summary>
    public static CellReference FigureBefore(string block, string label) => new(block, label, true);
}
