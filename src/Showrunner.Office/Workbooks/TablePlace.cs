namespace Showrunner.Office;

/// <summary>Where a table came to stand: its rows, on one sheet or more, and its totals row.</summary>
internal sealed class TablePlace(Table table)
{
    private readonly List<(string Sheet, int First, int Last)> stretches = [];
    private (string Sheet, int Row)? total;

    public void Add(string sheet, int first, int last) => stretches.Add((sheet, first, last));

    public void TotalAt(string sheet, int row) => total = (sheet, row);

    public (string Sheet, int First, int Last) Front => stretches[0];

    public Table Table => table;

    /// <summary>The rows with their headings, sheet by sheet.</summary>
    public IEnumerable<string> Wholes => stretches.Select(s =>
        SheetNames.Quoted(s.Sheet) + "!" + CellAddress.Fixed(0, s.First - 1) + ":" + CellAddress.Fixed(table.Columns.Count - 1, s.Last));

    /// <summary>A column's cells, sheet by sheet.</summary>
    public IReadOnlyList<string> Stretches(string column)
    {
        var place = table.IndexOf(column);
        return [.. stretches.Select(s => CellAddress.Fixed(s.Sheet, place, s.First, s.Last))];
    }

    /// <summary>The rows stand on more than one sheet.</summary>
    public bool Split => stretches.Count > 1;

    /// <summary>Rows on the sheets before this one.</summary>
    public int RowsBefore(string sheet) => stretches.TakeWhile(s => s.Sheet != sheet).Sum(s => s.Last - s.First + 1);

    /// <summary>Sheet and row of a data row, counted from 0, when so many rows from it on stand on one sheet.</summary>
    /// <exception cref="ArgumentException">There are not that many.</exception>
    public (string Sheet, int Row) At(int row, int count)
    {
        foreach (var (sheet, first, last) in stretches)
        {
            if (row + count <= last - first + 1) return (sheet, first + row);
            row -= last - first + 1;
            if (row < 0) break;
        }
        throw new ArgumentException($"Sparklines of {count} rows read a table of another length: give both the same rows, on one sheet.");
    }

    /// <summary>The first stretch with its headings.</summary>
    public string Whole => CellAddress.Range(0, Front.First - 1, table.Columns.Count - 1, Front.Last);

    /// <summary>The column's cells for a formula on a sheet; its own sheet's name is left out.</summary>
    public string Cells(int column, string? from = null) => string.Join(",", stretches.Select(s =>
        s.Sheet == from ? CellAddress.Range(column, s.First, column, s.Last) : CellAddress.Fixed(s.Sheet, column, s.First, s.Last)));

    public string Address(CellReference reference)
    {
        var column = table.IndexOf(reference.Column);
        if (!reference.OfTotal) return Cells(column);
        if (total is not { } at || table.Columns[column].Total is null)
            throw new ArgumentException($"Table \"{reference.Table}\" has no total of \"{reference.Column}\".", nameof(reference));
        return CellAddress.Fixed(at.Sheet, column, at.Row, at.Row);
    }
}
