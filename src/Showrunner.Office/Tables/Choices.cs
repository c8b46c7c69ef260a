namespace Showrunner.Office;

/// <summary>The values that a person may choose from in the cells of a column.</summary>
public sealed record Choices
{
    // A spreadsheet keeps no more in one rule.
    private const int LongestList = 255;

    private Choices(string? list, CellReference? cells) => (List, Cells) = (list, cells);

    internal string? List { get; }

    internal CellReference? Cells { get; }

    /// <summary>A short fixed list.</summary>
    /// <exception cref="ArgumentException">No value, a value with a comma, or more than 255 characters together.</exception>
    public static Choices Of(params IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0) throw new ArgumentException("Choices need at least one value.", nameof(values));
        if (values.FirstOrDefault(v => v.Contains(',', StringComparison.Ordinal)) is { } split)
            throw new ArgumentException($"The choice \"{split}\" has a comma, at which a list is split: write the choices into a named table and use {nameof(From)}.", nameof(values));
        var list = string.Join(',', values);
        return list.Length <= LongestList
            ? new Choices(CleanText.Of(list), null)
            : throw new ArgumentException($"The choices have {list.Length} characters together, a list holds {LongestList}: write them into a named table and use {nameof(From)}.", nameof(values));
    }

    /// <summary>What stands in a column of a named table, on a later sheet or above.</summary>
    public static Choices From(string table, string column) => new(null, CellReference.Cells(table, column));
}
