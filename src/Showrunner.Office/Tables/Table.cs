namespace Showrunner.Office;

/// <summary>
/// A table: named, typed columns and rows of cells. Rows are read once and in order, so a lazy sequence
/// of a million rows costs constant memory.
/// </summary>
/// <remarks>
/// A cell is <c>null</c> (unknown), <c>int</c>, <c>long</c>, <c>decimal</c>, <c>double</c>, <c>string</c>,
/// <c>bool</c>, <see cref="DateOnly"/>, <see cref="DateTime"/>, <see cref="DateTimeOffset"/> (its own clock time),
/// <see cref="Formula"/> or <see cref="Link"/>. Percentages are fractions: 12.5 % is 0.125.
/// </remarks>
public sealed class Table
{
    /// <exception cref="ArgumentException">No column, or two columns with one name.</exception>
    public Table(IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        if (columns.Count == 0) throw new ArgumentException("A table needs at least one column.", nameof(columns));
        var twice = columns.GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw new ArgumentException($"Two columns are named \"{twice.Key}\".", nameof(columns));
        Columns = columns;
        Rows = rows;
    }

    public IReadOnlyList<Column> Columns { get; }

    public IEnumerable<IReadOnlyList<object?>> Rows { get; }

    /// <summary>Position of the column with this name, from 0.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Name == column) return i;
        throw new ArgumentException(
            $"The table has no column \"{column}\"; it has {string.Join(", ", Columns.Select(c => c.Name))}.", nameof(column));
    }

    internal IReadOnlyList<object?> Checked(IReadOnlyList<object?> row, long number) =>
        row.Count == Columns.Count
            ? row
            : throw new ArgumentException($"Row {number} has {row.Count} cells, the table has {Columns.Count} columns.");
}
