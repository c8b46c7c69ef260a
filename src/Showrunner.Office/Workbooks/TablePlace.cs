namespace Showrunner.Office;

/// <summary>Where a table came to stand: its rows, on one sheet or more, and its totals row.</summary>
internal sealed class TablePlace(Table table)
{
    private readonly List<(string Sheet, int First, int Last)> stretches = [];
    private (string Sheet, int Row)? total;

    public void Add(string sheet, int first, int last) => stretches.Add((sheet, first, last));

    public void TotalAt(string sheet, int row) => total = (sheet, row);

    public (string Sheet, int First, int Last) Front => stretches[0];

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
