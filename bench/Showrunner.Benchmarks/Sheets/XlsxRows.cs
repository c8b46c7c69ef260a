using Showrunner.Office;

namespace Showrunner.Benchmarks.Sheets;

/// <summary>The same rows for every writer: eight texts, nine numbers, three days per row; the rivals' scripts make them by the same rule.</summary>
internal static class XlsxRows
{
    public const int Columns = 20;

    private static readonly string[] Words = ["Ayu Lestari", "Dapur Bunda Rini", "Müller & Söhne", "Toko Sepatu", "Nguyễn Thị", "LIVE", "Video", "Product card"];
    private static readonly DateOnly First = new(2026, 1, 1);

    /// <summary>Writes the workbook in this process, which was started for nothing else, and says how long that took.</summary>
    public static double Write(string path, int rows)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var columns = Enumerable.Range(0, Columns).Select(i => new Column($"Column {i}", i < 8 ? CellFormat.Text : i < 13 ? CellFormat.Integer : i < 17 ? CellFormat.Number(2) : CellFormat.Date)).ToList();
        using (var file = File.Create(path))
            WorkbookWriter.Write(file, new WorkbookSpec(new Stamp("Rows", DateTimeOffset.UnixEpoch), new SheetSpec("Rows", new TableBlock(new Table(columns, Rows(rows))))));
        return watch.Elapsed.TotalSeconds;
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            var cells = new object?[Columns];
            for (var i = 0; i < Columns; i++)
                cells[i] = i < 8 ? $"{Words[(row + i) % Words.Length]} {row * 7 % 5000}" : i < 13 ? row * (i + 1) : i < 17 ? row * 1.25 + i : First.AddDays((row + i) % 365);
            yield return cells;
        }
    }
}
