namespace Showrunner.Office;

/// <summary>Adds up the columns while rows go by, and writes the totals row.</summary>
internal sealed class TableTotals
{
    private readonly Table table;
    private readonly bool filtered;
    private readonly double[] sums;
    private readonly double[] carries;
    private readonly long[] counts;

    public TableTotals(Table table, bool filtered)
    {
        this.table = table;
        this.filtered = filtered;
        sums = new double[table.Columns.Count];
        carries = new double[table.Columns.Count];
        counts = new long[table.Columns.Count];
        foreach (var ratio in table.Columns.Select(c => c.Total).OfType<Total.RatioTotal>())
        {
            foreach (var part in new[] { ratio.Numerator, ratio.Denominator })
                if (table.Columns[table.IndexOf(part)].Total is not Total.FunctionTotal)
                    throw new ArgumentException($"A ratio needs a total of \"{part}\".");
        }
    }

    public bool Any => table.Columns.Any(c => c.Total is not null);

    public void Add(IReadOnlyList<object?> row)
    {
        for (var i = 0; i < row.Count; i++)
            if (table.Columns[i].Total is Total.FunctionTotal && !CellWriter.IsText(row[i]) && ChartColumn.Number(row[i]) is { } number)
                Add(i, number);
    }

    /// <summary>What the totals row shows in a column; null for nothing.</summary>
    public object? Of(int column) => table.Columns[column].Total switch
    {
        Total.LabelTotal label => label.Text,
        Total.FixedTotal known => known.Value,
        Total.FunctionTotal => Value(column),
        Total.RatioTotal ratio => Quotient(table.IndexOf(ratio.Numerator), table.IndexOf(ratio.Denominator), (double)ratio.Factor),
        _ => null,
    };

    public void Write(SheetPage page, TablePlace place)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var look = CellLook.TotalOf(table.Columns[i]);
            switch (table.Columns[i].Total)
            {
                case Total.LabelTotal label:
                    page.Cell(i, label.Text, look with { Code = "@" });
                    break;
                case Total.FixedTotal known:
                    page.Cell(i, known.Value, look);
                    break;
                case Total.FunctionTotal function:
                    var cells = place.Cells(i, page.Name);
                    var text = filtered
                        ? FormattableString.Invariant($"SUBTOTAL({function.Subtotal},{cells})")
                        : $"{function.Function}({cells})";
                    page.Formula(i, function == Total.Average ? $"IFERROR({text},\"\")" : text, Value(i), look);
                    break;
                case Total.RatioTotal ratio:
                    var (top, bottom) = (table.IndexOf(ratio.Numerator), table.IndexOf(ratio.Denominator));
                    var division = $"{CellAddress.Of(top, page.Row)}/{CellAddress.Of(bottom, page.Row)}";
                    if (ratio.Factor != 1) division += FormattableString.Invariant($"*{ratio.Factor}");
                    page.Formula(i, $"IFERROR({division},\"\")", Quotient(top, bottom, (double)ratio.Factor), look);
                    break;
                default:
                    page.Cell(i, null, look);
                    break;
            }
        }
    }

    // Compensated, as spreadsheets add: a million amounts do not drift.
    private void Add(int column, double number)
    {
        var sum = sums[column] + number;
        carries[column] += Math.Abs(sums[column]) >= Math.Abs(number) ? sums[column] - sum + number : number - sum + sums[column];
        sums[column] = sum;
        counts[column]++;
    }

    private double? Value(int column)
    {
        var sum = sums[column] + carries[column];
        if (table.Columns[column].Total != Total.Average) return sum;
        return counts[column] == 0 ? null : sum / counts[column];
    }

    private double? Quotient(int top, int bottom, double factor) =>
        Value(top) is { } over && Value(bottom) is { } under && under != 0 ? over / under * factor : null;
}
