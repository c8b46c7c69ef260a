namespace Showrunner.Office;

/// <summary>Keeps the cells that charts of a table draw, and puts the charts on the sheet.</summary>
internal sealed class ChartRows(Table table, IReadOnlyList<ChartSpec> charts)
{
    private const double PixelsPerRow = SheetPage.RowHeight / 0.75;

    private readonly int[] columns = [.. charts.SelectMany(Columns).Distinct().Select(table.IndexOf)];
    private readonly List<object?>[] kept = [.. table.Columns.Select(_ => new List<object?>())];
    private readonly int most = charts.Select(c => c.Drawn).DefaultIfEmpty(0).Max();
    private int rows;
    private int bottom;

    public void Keep(IReadOnlyList<object?> row)
    {
        if (rows >= most) return;
        rows++;
        foreach (var column in columns) kept[column].Add(row[column]);
    }

    public void PlaceBeside(SheetPage page, TablePlace place, int headRow)
    {
        var top = headRow - 1;
        foreach (var chart in charts.Where(c => c.Place == ChartPlace.Beside && rows > 0))
        {
            page.Tail.Place(new PlacedChart(chart, Data(chart, place), table.Columns.Count, top));
            top += Rows(chart);
        }
        if (page.Name == place.Front.Sheet) bottom = top;
    }

    public void PlaceBelow(SheetPage page, TablePlace place)
    {
        page.SkipTo(bottom);
        foreach (var chart in charts.Where(c => c.Place == ChartPlace.Below && rows > 0))
        {
            page.Tail.Place(new PlacedChart(chart, Data(chart, place), 0, page.Row + 1));
            page.SkipTo(page.Row + 1 + Rows(chart));
        }
    }

    private static IEnumerable<string> Columns(ChartSpec chart)
    {
        ChartRules.Check(chart);
        return chart.Columns;
    }

    private static int Rows(ChartSpec chart) => (int)Math.Ceiling(chart.Height / PixelsPerRow) + 1;

    private ChartData Data(ChartSpec chart, TablePlace place) =>
        new(Column(chart.Category, chart, place), [.. chart.Series.Select(s => Column(s.Column, chart, place))]) { Label = chart.Label is { } label ? Column(label, chart, place) : null };

    private ChartColumn Column(string name, ChartSpec chart, TablePlace place)
    {
        var column = table.IndexOf(name);
        var front = place.Front;
        var count = Math.Min(Math.Min(rows, chart.Drawn), front.Last - front.First + 1);
        return new ChartColumn(
            name,
            CellAddress.Fixed(front.Sheet, column, front.First - 1, front.First - 1),
            CellAddress.Fixed(front.Sheet, column, front.First, front.First + count - 1),
            table.Columns[column].Format,
            kept[column].GetRange(0, count));
    }
}
