namespace Showrunner.Office;

/// <summary>The records of a pivot table and what its cells hold when it is first opened.</summary>
internal sealed class PivotData
{
    private readonly PivotBlock block;
    private readonly Dictionary<(int Row, int Across, int Value), double> cells = [];

    public PivotData(PivotBlock block)
    {
        this.block = block;
        if (block.Values.Count == 0) throw new ArgumentException("A pivot table needs at least one value.", nameof(block));
        var table = block.Table;
        if (block.Values.FirstOrDefault(v => table.Columns.Any(c => string.Equals(c.Name, v.Caption, StringComparison.OrdinalIgnoreCase))) is { } same)
            throw new ArgumentException($"\"{same.Caption}\" is a column's name already.", nameof(block));
        Fields = [.. table.Columns.Select((c, i) => new PivotField(c, Axes.Contains(i), block.BlankCaption))];
        Values = [.. block.Values.Select(v => table.IndexOf(v.Column))];
        foreach (var row in table.Rows) Add(table.Checked(row, Records.Count + 1));
    }

    public IReadOnlyList<PivotField> Fields { get; }

    /// <summary>Every record as places among its fields' items, or as numbers.</summary>
    public List<object?[]> Records { get; } = [];

    public IReadOnlyList<int> Values { get; }

    public int Row => block.Table.IndexOf(block.Row);

    public int? Across => block.Across is { } across && block.Values.Count == 1 ? block.Table.IndexOf(across) : null;

    public IReadOnlyList<int> Filters => [.. block.Filters.Select(block.Table.IndexOf)];

    /// <summary>Totals stand where every value adds up.</summary>
    public bool HasTotals => block.Values.All(v => v.Function == PivotFunction.Sum);

    /// <summary>The figure of a cell; -1 stands for the total of all rows or of everything along the top.</summary>
    public double? Of(int row, int across, int value) => cells.TryGetValue((row, across, value), out var figure) ? figure : null;

    private HashSet<int> Axes => [Row, .. Across is { } across ? [across] : Array.Empty<int>(), .. Filters];

    private void Add(IReadOnlyList<object?> row)
    {
        var record = new object?[Fields.Count];
        for (var i = 0; i < record.Length; i++) record[i] = Fields[i].Take(row[i]);
        Records.Add(record);
        for (var v = 0; v < Values.Count; v++)
        {
            if (ChartColumn.Number(row[Values[v]]) is not { } number) continue;
            var (down, along) = ((int)record[Row]!, Across is { } across ? (int)record[across]! : 0);
            foreach (var place in Across is null ? new[] { (down, 0, v), (-1, 0, v) } : [(down, along, v), (-1, along, v), (down, -1, v), (-1, -1, v)])
                cells[place] = !cells.TryGetValue(place, out var before) ? number : block.Values[v].Function == PivotFunction.Sum ? before + number : Math.Max(before, number);
        }
    }
}

/// <summary>A column of a pivot table's source: the different values of an axis, or the span of numbers.</summary>
internal sealed class PivotField(Column column, bool isAxis, string blank)
{
    // A spreadsheet takes texts that differ only in capitals for one.
    private readonly Dictionary<object, int> places = new(new Same());

    public string Name => column.Name;

    public CellFormat Format => column.Format;

    public bool IsAxis => isAxis;

    public List<object> Items { get; } = [];

    public bool IsText => !column.Format.IsNumber && !column.Format.IsDate;

    public bool HasBlank { get; private set; }

    public bool Whole { get; private set; } = true;

    public double Low { get; private set; } = double.MaxValue;

    public double High { get; private set; } = double.MinValue;

    public bool HasNumbers => Low <= High;

    /// <summary>The item's place on an axis, a number otherwise.</summary>
    public object? Take(object? cell)
    {
        var value = CellText.Plain(cell);
        if (isAxis || IsText || column.Format.IsDate)
        {
            var item = value is DateTime time ? DateOnly.FromDateTime(time) : value is DateOnly ? value : value is null or "" ? blank : CleanText.ForCell(CellWriter.Words(value));
            if (places.TryGetValue(item, out var place)) return place;
            Items.Add(item);
            return places[item] = Items.Count - 1;
        }
        if (ChartColumn.Number(value) is not { } number)
        {
            HasBlank = true;
            return null;
        }
        (Low, High, Whole) = (Math.Min(Low, number), Math.Max(High, number), Whole && Math.Floor(number) == number);
        return number;
    }

    private sealed class Same : IEqualityComparer<object>
    {
        bool IEqualityComparer<object>.Equals(object? x, object? y) => x is string a && y is string b ? string.Equals(a, b, StringComparison.OrdinalIgnoreCase) : Equals(x, y);

        int IEqualityComparer<object>.GetHashCode(object value) => value is string text ? StringComparer.OrdinalIgnoreCase.GetHashCode(text) : value.GetHashCode();
    }
}
