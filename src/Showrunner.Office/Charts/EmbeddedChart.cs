using System.Globalization;

namespace Showrunner.Office;

/// <summary>A native chart outside a workbook, over an embedded workbook that "Edit data" opens. Sizes are points.</summary>
internal sealed class EmbeddedChart
{
    private const string Sheet = "Data";
    private const double LongestLabel = 170;

    private readonly ChartSpec spec;
    private readonly CultureInfo culture;
    private readonly double type;
    private readonly Table shown;
    private readonly ChartData data;

    public EmbeddedChart(ChartSpec spec, Table table, CultureInfo culture, double type)
    {
        ChartRules.Check(spec);
        (this.spec, this.culture, this.type) = (spec, culture, type);
        shown = Shown(table);
        data = Data();
    }

    /// <summary>For people who cannot see it.</summary>
    public string Description => data.Describe(spec, culture);

    /// <summary>Writes the chart and its workbook, and ties them together.</summary>
    public void Write(Parts parts, string path, string embedded, double width, double height)
    {
        using var workbook = new MemoryStream();
        // The moment does not matter inside another file; a fixed one keeps the bytes the same.
        WorkbookWriter.Write(workbook, new WorkbookSpec(
            new Stamp(spec.Title, DateTimeOffset.UnixEpoch),
            new SheetSpec(Sheet, new TableBlock(shown) { Filter = false }) { Gridlines = true }));
        using (var part = parts.Open(embedded, "")) part.Write(workbook.GetBuffer().AsSpan(0, (int)workbook.Length));
        var relation = parts.Relate(path, Relations.Package, embedded);
        parts.Write(path, ChartDrawing.ContentType, new ChartDrawing(spec, data, culture, width, height, type).Space(titled: false, relation));
    }

    /// <summary>Only the drawn columns and rows, with names short enough to stand beside a bar.</summary>
    private Table Shown(Table table)
    {
        var names = spec.Columns.ToList();
        var places = names.Select(table.IndexOf).ToList();
        var rows = table.Rows.Take(spec.Drawn)
            .Select((row, i) => table.Checked(row, i + 1))
            .Select(row => (IReadOnlyList<object?>)[.. places.Select((p, i) => i == 0 || names[i] == spec.Label ? Short(row[p]) : Value(row[p]))])
            .ToList();
        return new Table([.. places.Select(p => table.Columns[p] with { Total = null, Bar = false })], rows);
    }

    private object? Short(object? value) =>
        CellText.Plain(value) is string text ? TextWidth.Trim(text, LongestLabel, type) : CellText.Plain(value);

    private static object? Value(object? value) => value is Formula or Link ? CellText.Plain(value) : value;

    private ChartData Data()
    {
        var rows = shown.Rows.ToList();
        return new ChartData(Column(spec.Category), [.. spec.Series.Select(s => Column(s.Column))]) { Label = spec.Label is { } label ? Column(label) : null };

        ChartColumn Column(string name)
        {
            var place = shown.IndexOf(name);
            return new ChartColumn(
                name, CellAddress.Fixed(Sheet, place, 1, 1), CellAddress.Fixed(Sheet, place, 2, Math.Max(2, rows.Count + 1)),
                shown.Columns[place].Format, [.. rows.Select(r => r[place])]);
        }
    }
}
