using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using P = DocumentFormat.OpenXml.Presentation;

namespace Showrunner.Office;

/// <summary>A native chart on a slide, over an embedded workbook that "Edit data" opens.</summary>
internal static class ChartOnSlide
{
    private const string Sheet = "Data";
    private const double TypeSize = 12;
    private const double SideWidth = 252;
    private const double LongestLabel = 170;

    public static void Write(Presentation deck, ChartSlide slide)
    {
        var table = Shown(slide);
        var data = Data(slide.Chart, table);
        var box = slide.Points.Count == 0 ? Box.Body : Box.Body with { Width = Box.Body.Width - SideWidth - 28 };
        var number = deck.NextChart();
        var path = $"ppt/charts/chart{number}.xml";
        WriteChart(deck, slide.Chart, data, table, box, path, $"ppt/embeddings/chart{number}.xlsx");

        var page = new SlidePage(deck, Layout.Chart);
        page.Headline(slide.Headline);
        page.Frame("Chart", data.Describe(slide.Chart, deck.Culture), box, P.PlaceholderValues.Chart, 11, new A.GraphicData(
            new C.ChartReference { Id = deck.Parts.Relate(page.Path, Relations.Chart, path) })
        { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" });
        if (slide.Points.Count > 0)
        {
            var side = Box.Body with { X = Box.Body.X + box.Width + 28, Width = SideWidth, Y = Box.Body.Y + 12, Height = Box.Body.Height - 24 };
            page.Text("Remarks", side, Bullets.Beside(slide.Points, side));
        }
        page.Close(slide.Notes);
    }

    private static void WriteChart(Presentation deck, ChartSpec spec, ChartData data, Table table, Box box, string path, string embedded)
    {
        using var workbook = new MemoryStream();
        // The moment does not matter inside a deck; a fixed one keeps the bytes the same.
        WorkbookWriter.Write(workbook, new WorkbookSpec(
            new Stamp(spec.Title, DateTimeOffset.UnixEpoch),
            new SheetSpec(Sheet, new TableBlock(table) { Filter = false }) { Gridlines = true }));
        using (var part = deck.Parts.Open(embedded, "")) part.Write(workbook.GetBuffer().AsSpan(0, (int)workbook.Length));
        var relation = deck.Parts.Relate(path, Relations.Package, embedded);
        var drawing = new ChartDrawing(spec, data, deck.Culture, box.Width, box.Height, TypeSize);
        deck.Parts.Write(path, ChartDrawing.ContentType, drawing.Space(titled: false, relation));
    }

    /// <summary>Only the drawn columns and rows, with names short enough to stand beside a bar.</summary>
    private static Table Shown(ChartSlide slide)
    {
        var names = slide.Chart.Series.Select(s => s.Column).Prepend(slide.Chart.Category).Distinct().ToList();
        var places = names.Select(slide.Table.IndexOf).ToList();
        var rows = slide.Table.Rows.Take(slide.Chart.Points ?? ChartSpec.MostPoints)
            .Select((row, i) => slide.Table.Checked(row, i + 1))
            .Select(row => (IReadOnlyList<object?>)[.. places.Select((p, i) => i == 0 ? Short(row[p]) : Value(row[p]))])
            .ToList();
        return new Table([.. places.Select(p => slide.Table.Columns[p] with { Total = null, Bar = false })], rows);
    }

    private static object? Short(object? value) =>
        CellText.Plain(value) is string text ? TextWidth.Trim(text, LongestLabel, TypeSize) : CellText.Plain(value);

    private static object? Value(object? value) => value is Formula or Link ? CellText.Plain(value) : value;

    private static ChartData Data(ChartSpec spec, Table table)
    {
        var rows = table.Rows.ToList();
        return new ChartData(Column(spec.Category), [.. spec.Series.Select(s => Column(s.Column))]);

        ChartColumn Column(string name)
        {
            var place = table.IndexOf(name);
            return new ChartColumn(
                name, CellAddress.Fixed(Sheet, place, 1, 1), CellAddress.Fixed(Sheet, place, 2, Math.Max(2, rows.Count + 1)),
                table.Columns[place].Format, [.. rows.Select(r => r[place])]);
        }
    }
}
