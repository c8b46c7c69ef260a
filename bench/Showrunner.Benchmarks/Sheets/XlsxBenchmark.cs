using System.Diagnostics;
using System.Globalization;

namespace Showrunner.Benchmarks.Sheets;

/// <summary>
/// A workbook of mixed cells, written by us, by ExcelJS's streaming writer and by openpyxl's write-only mode, each a process of its own
/// that says its seconds (from its first line to the closed file) and its peak memory. Times faster: higher is better.
/// </summary>
internal static class XlsxBenchmark
{
    /// <summary>First word of the process that only writes.</summary>
    public const string Writing = "write-xlsx";

    private const double Times = 3, MostSeconds = 2, MostSecondsForMany = 25, MostMb = 150;
    private const string ExcelJs = "exceljs@4.4.0";

    private sealed record Written(double Seconds, double PeakMb);

    public static async Task Run(Ask ask)
    {
        var rows = ask.Rows ?? 100_000;
        var package = await Install(ask);
        var scripts = Path.Combine(AppContext.BaseDirectory, "Sheets");
        var (ours, node, python) = (new List<Written>(), new List<Written>(), new List<Written>());
        for (var round = 1; round <= ask.Rounds; round++)
        {
            ours.Add(await Ours(ask, rows));
            node.Add(await Start(ask, rows, "node", file => [Path.Combine(scripts, "rows.cjs"), file, Text(rows), package]));
            python.Add(await Start(ask, rows, "/usr/bin/python3", file => [Path.Combine(scripts, "rows.py"), file, Text(rows)]));
            Ask.Say($"xlsx, round {round}: {ours[^1].Seconds:0.00} s and {ours[^1].PeakMb:0} MB, ExcelJS {node[^1].Seconds:0.0} s and {node[^1].PeakMb:0} MB, openpyxl {python[^1].Seconds:0.0} s and {python[^1].PeakMb:0} MB");
        }
        var (seconds, peak) = (Spread.Of(ours.Select(o => o.Seconds)), ours.Max(o => o.PeakMb));
        // The limit is for 100,000 rows; other sizes are judged by their share.
        var limit = MostSeconds * rows / 100_000;
        foreach (var (name, rival) in new[] { ("ExcelJS", node), ("openpyxl", python) })
        {
            var ratio = Spread.Of(rival.Zip(ours, (r, o) => r.Seconds / o.Seconds));
            ask.Results.Add(new Result($"workbook of {rows:N0} × {XlsxRows.Columns} cells, against {name}", $"{seconds.Median:0.00} s (worst {seconds.Max:0.00}), {peak:0} MB", $"{Spread.Of(rival.Select(r => r.Seconds)).Median:0.0} s, {rival.Max(r => r.PeakMb):0} MB",
                ratio, $"≥ {Times:0} times as fast, < {limit:0.##} s, < {MostMb:0} MB", ratio.Median >= Times && seconds.Median < limit && peak < MostMb,
                new() { ["seconds"] = seconds.Median, ["peak_mb"] = peak, ["rival_seconds"] = Spread.Of(rival.Select(r => r.Seconds)).Median, ["rival_peak_mb"] = rival.Max(r => r.PeakMb) }));
        }
        if (!ask.Quick && ask.Rows is null) await Many(ask);
    }

    private static async Task Many(Ask ask)
    {
        const int rows = 1_000_000;
        var written = await Ours(ask, rows);
        ask.Results.Add(new Result($"workbook of {rows:N0} × {XlsxRows.Columns} cells", $"{written.Seconds:0.0} s, {written.PeakMb:0} MB", "–", null, $"< {MostSecondsForMany:0} s, < {MostMb:0} MB",
            written.Seconds < MostSecondsForMany && written.PeakMb < MostMb, new() { ["seconds"] = written.Seconds, ["peak_mb"] = written.PeakMb }));
    }

    private static Task<Written> Ours(Ask ask, int rows) =>
        Start(ask, rows, "dotnet", file => [typeof(XlsxBenchmark).Assembly.Location, Writing, file, Text(rows)]);

    private static async Task<Written> Start(Ask ask, int rows, string program, Func<string, string[]> words)
    {
        var file = Path.Combine(ask.Folder.Path, "rows.xlsx");
        var said = (await Output(ask, program, words(file))).Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        // A tenth of a byte per cell would be no workbook.
        if (new FileInfo(file).Length < rows * XlsxRows.Columns / 10) throw new InvalidOperationException($"{program} wrote no workbook of {rows} rows");
        File.Delete(file);
        return new Written(said[0], said[1]);
    }

    /// <summary>Into a folder that goes away with the run: no dependency of the product.</summary>
    private static async Task<string> Install(Ask ask)
    {
        var folder = ask.Folder.Fresh("exceljs");
        Ask.Say("fetching " + ExcelJs);
        await Output(ask, "npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, ExcelJs]);
        return Path.Combine(folder, "node_modules", "exceljs");
    }

    private static async Task<string> Output(Ask ask, string program, string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = ask.Folder.Path };
        start.Environment["DOTNET_GCgen0size"] = "0x400000"; // as ./showrunner says
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start");
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
