using System.Globalization;

namespace Showrunner.Office;

/// <summary>Writes a table row by row. Only its first rows are kept for a moment, to find the column widths.</summary>
internal sealed class TableWriter(TableBlock block, string? name, bool filtered) : BlockWriter(block)
{
    private const int MeasuredRows = 400;

    private readonly Table table = block.Table;
    private readonly IEnumerator<IReadOnlyList<object?>> rows = block.Table.Rows.GetEnumerator();
    private readonly List<IReadOnlyList<object?>> head = [];
    private readonly TablePlace place = new(block.Table);
    private readonly ChartRows drawn = new(block.Table, block.Charts);
    private readonly TableTotals totals = new(block.Table, filtered);
    private readonly bool[] wrapped = [.. block.Table.Columns.Select(c => c.Wrap)];
    private double headHeight;
    private long written;
    private int start;
    private int headRow;

    protected override int Columns => table.Columns.Count;

    public int FrozenColumns => Math.Min(block.FrozenColumns, table.Columns.Count - 1);

    /// <summary>Rows from the block's start to its headings.</summary>
    public int HeadRows => block.Heading is null ? 1 : 2;

    public override void Measure(SheetComposer sheet)
    {
        if (Columns > CellAddress.MostColumns) throw new ArgumentException($"A sheet holds {CellAddress.MostColumns} columns, the table has {Columns}.");
        while (head.Count < MeasuredRows && rows.MoveNext()) head.Add(table.Checked(rows.Current, head.Count + 1));
        for (var i = 0; i < Columns; i++) Measure(sheet.Widths, i);
    }

    private void Measure(ColumnWidths widths, int place)
    {
        var column = table.Columns[place];
        var edge = column.Format.IsNumber || AfterNumber(place) ? 11 : 0;
        if (column.Width is { } given)
        {
            widths.Give(place, given);
            return;
        }
        foreach (var part in column.Name.Split(' ')) widths.Fit(place, part, bold: true, extraPixels: filtered ? 20 : edge);
        widths.Fit(place, HalfOf(column.Name), bold: true, extraPixels: filtered ? 20 : edge);
        foreach (var row in head)
        {
            var text = CellText.Of(row[place], column.Format, CultureInfo.InvariantCulture);
            widths.Fit(place, text, extraPixels: edge);
            if (column.Format.Kind == CellKind.Text && ColumnWidths.TooWide(text)) wrapped[place] = true;
        }
        if (column.Total is Total.LabelTotal label) widths.Fit(place, label.Text, bold: true);
        else if (column.Total is not null) widths.Fit(place, CellText.Of(Sum(place), column.Format, CultureInfo.InvariantCulture), bold: true, extraPixels: edge);
    }

    // A heading takes up to two lines.
    private static string HalfOf(string name)
    {
        if (name.Length <= 14) return name;
        var middle = name.IndexOf(' ', name.Length / 2);
        return middle < 0 ? name : name[..middle];
    }

    private object? Sum(int place) => table.Columns[place].Total is Total.FixedTotal known ? known.Value : table.Columns[place].Total == Total.Sum ? head.Sum(r => ChartColumn.Number(r[place]) ?? 0) : null;

    protected override void WriteBody(SheetComposer sheet)
    {
        if (name is not null) sheet.Book.Keep(name, place);
        headHeight = 4 + Enumerable.Range(0, Columns).Max(i =>
            Math.Max(1, TextLines.Count(table.Columns[i].Name, sheet.Widths.Points(i) - (filtered ? 15 : 8), 11, bold: true))) * 15;
        WriteHead(sheet);
        start = headRow;
        var first = sheet.Page.Row + 1;
        var looks = table.Columns.Select((c, i) => Spaced(i, CellLook.Cell(c) with { Wrap = wrapped[i], Top = table.Columns.Any(o => o.Wrap) })).ToArray();
        var styles = looks.Select(sheet.Book.Styles.Of).ToArray();
        foreach (var row in AllRows())
        {
            if (sheet.Page.Row >= sheet.Book.MostRows)
            {
                EndStretch(sheet, first);
                sheet.NextPage();
                if (block.Heading is { } heading) sheet.Line(heading, CellLook.Heading, 20);
                WriteHead(sheet);
                first = sheet.Page.Row + 1;
            }
            WriteRow(sheet, row, looks, styles);
            drawn.Keep(row);
            totals.Add(row);
            written++;
        }
        if (written == 0) sheet.Line(block.Empty, CellLook.Subtitle);
        EndStretch(sheet, first);
        if (name is not null)
            foreach (var rows in place.Wholes) sheet.Book.Ranges.Add(name, rows);
        WriteTotals(sheet);
        drawn.PlaceBeside(sheet.Page, place, start);
    }

    protected override void WriteEnd(SheetComposer sheet) => drawn.PlaceBelow(sheet.Page, place);

    private void WriteHead(SheetComposer sheet)
    {
        sheet.Page.StartRow(Math.Max(headHeight, 20));
        for (var i = 0; i < Columns; i++) sheet.Page.Cell(i, table.Columns[i].Name, Spaced(i, CellLook.Head(table.Columns[i].Format, filtered)));
        sheet.Page.EndRow();
        headRow = sheet.Page.Row;
        sheet.Page.Repeated ??= headRow;
    }

    // Text right of numbers keeps its distance from them.
    private CellLook Spaced(int place, CellLook look) => AfterNumber(place) ? look with { Indent = 1 } : look;

    private bool AfterNumber(int place) => place > 0 && table.Columns[place - 1].Format.IsNumber && !table.Columns[place].Format.IsNumber;

    private IEnumerable<IReadOnlyList<object?>> AllRows()
    {
        foreach (var row in head) yield return row;
        head.Clear();
        for (long number = MeasuredRows + 1; rows.MoveNext(); number++) yield return table.Checked(rows.Current, number);
    }

    private void WriteRow(SheetComposer sheet, IReadOnlyList<object?> row, CellLook[] looks, int[] styles)
    {
        var page = sheet.Page;
        page.StartRow(Height(sheet, row));
        page.InRow ??= column => "$" + CellAddress.Of(table.IndexOf(column), page.Row);
        for (var i = 0; i < Columns; i++)
        {
            var value = row[i] is double number && !double.IsFinite(number) ? null : row[i];
            if (table.Columns[i].Format.Kind == CellKind.Text && value is int or long or decimal or double) value = CellWriter.Words(value);
            if (value is Formula or Link || (value is string text && CleanText.LooksLikeFormula(text))) page.Cell(i, value, looks[i]);
            else page.Cell(i, value, styles[i]);
        }
        page.EndRow();
    }

    private double? Height(SheetComposer sheet, IReadOnlyList<object?> row)
    {
        var lines = 1;
        for (var i = 0; i < Columns; i++)
            if (wrapped[i] && CellText.Plain(row[i]) is string text)
                lines = Math.Max(lines, TextLines.Count(text, sheet.Widths.Points(i) - 4, 11));
        return lines == 1 ? null : Math.Min(lines * 15 + 3, 400);
    }

    private void EndStretch(SheetComposer sheet, int first)
    {
        var page = sheet.Page;
        page.InRow = null;
        var last = Math.Max(page.Row, first);
        place.Add(page.Name, first, last);
        var whole = CellAddress.Range(0, first - 1, Columns - 1, last);
        if (filtered && (written == 0 || !page.Tail.Tables.Take(whole, [.. table.Columns.Select(c => c.Name)]))) page.Filter = whole;
        for (var i = 0; i < Columns; i++)
        {
            var range = CellAddress.Range(i, first, i, last);
            var column = table.Columns[i];
            if (column.Format.Kind == CellKind.Text) page.Tail.MeantAsText(range);
            if (column.Scale || column.Icons) page.Tail.Grade(range, column);
            else if (column.Better != Better.Neither) page.Tail.Change(range, column.Better);
            if (column.Bar) page.Tail.Bars(range);
            if (column.Choices is { } choices) page.Tail.Allow(range, choices.List is { } list ? $"\"{list.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : sheet.Book.Stretch(choices.Cells!));
            if (column.Spark is { } spark && written > 0) page.Tail.Draw(Sparks(sheet, spark, i, first, last));
        }
    }

    private Sparklines Sparks(SheetComposer sheet, Spark spark, int column, int first, int last)
    {
        var (source, rows) = spark.Table is { } other ? sheet.Book.Place(other) : (table, place);
        var (from, to) = (source.IndexOf(spark.First), source.IndexOf(spark.Last));
        if (from > to) throw new ArgumentException($"A sparkline from \"{spark.First}\" to \"{spark.Last}\" runs backwards: name the left column first.");
        // Rows of this table's earlier sheets are not on this one.
        var before = place.RowsBefore(sheet.Page.Name);
        var start = spark.Table is null ? (sheet.Page.Name, first) : rows.At(before, last - first + 1);
        return new Sparklines(spark.Kind, column, first, last, start.Item1, from, to, start.Item2);
    }

    private void WriteTotals(SheetComposer sheet)
    {
        if (!totals.Any) return;
        if (sheet.Page.Row >= sheet.Book.MostRows) sheet.NextPage();
        sheet.Page.StartRow(20);
        totals.Write(sheet.Page, place);
        sheet.Page.EndRow();
        place.TotalAt(sheet.Page.Name, sheet.Page.Row);
    }

    public override void Dispose()
    {
        rows.Dispose();
        base.Dispose();
    }
}
