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
    internal FormulaCall? Call { get; init; }

    /// <summary>The value beside a key in a named table, as <see cref="WorkbookSpec.Lookups"/> says; an empty text where the key is not found.</summary>
    /// <param name="value">The value a recalculation gives.</param>
    /// <param name="key">A text, a number, a day, or a cell of the row (<see cref="CellReference.InRow"/>). In text, * and ? stand for any characters with INDEX and MATCH.</param>
    /// <param name="keys">Column that is searched.</param>
    /// <param name="results">Column of the same table that answers.</param>
    public static Formula Lookup(object? value, object key, CellReference keys, CellReference results)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(results);
        if (keys.Table != results.Table) throw new ArgumentException($"A lookup searches \"{keys.Table}\" and answers from \"{results.Table}\": name two columns of one table.", nameof(results));
        return new Formula("", value) { Call = new LookupCall(key, keys, results) };
    }

    /// <summary>The sum of a column over the rows of its table that meet every condition, on all sheets the table stands on.</summary>
    /// <param name="value">The value a recalculation gives.</param>
    /// <param name="summed">Column that is added up.</param>
    /// <param name="conditions">Columns of the same table and what they must equal: as the key of <see cref="Lookup"/>; in a cell of the row, * and ? stand for any characters.</param>
    public static Formula SumIfs(object? value, CellReference summed, params IReadOnlyList<(CellReference Column, object Equal)> conditions)
    {
        ArgumentNullException.ThrowIfNull(summed);
        ArgumentNullException.ThrowIfNull(conditions);
        if (conditions.Count == 0) throw new ArgumentException("A conditional sum needs a condition; without one, take the table's total.", nameof(conditions));
        if (conditions.FirstOrDefault(c => c.Column.Table != summed.Table) is { Column: { } other })
            throw new ArgumentException($"A sum over \"{summed.Table}\" has a condition on \"{other.Table}\": name columns of one table.", nameof(conditions));
        return new Formula("", value) { Call = new SumCall(summed, conditions) };
    }

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

    /// <summary>The cell of another column in the formula's own row.</summary>
    public static CellReference InRow(string column) => new("", column);

    /// <summary>The column's cell in the totals row.</summary>
    public static CellReference TotalOf(string table, string column) => new(table, column, true);

    /// <summary>This period's cell of a figure in a named <see cref="FiguresBlock"/>.</summary>
    public static CellReference Figure(string block, string label) => new(block, label);

    /// <summary>The comparison's cell of a figure in a named <see cref="FiguresBlock"/>.</summary>
    public static CellReference FigureBefore(string block, string label) => new(block, label, true);
}
