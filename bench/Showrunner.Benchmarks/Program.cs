using System.Globalization;
using Showrunner.Benchmarks.Boards;
using Showrunner.Benchmarks.Findings;
using Showrunner.Benchmarks.Importing;
using Showrunner.Benchmarks.Listing;
using Showrunner.Benchmarks.Live;
using Showrunner.Benchmarks.Matching;
using Showrunner.Benchmarks.Reporting;
using Showrunner.Benchmarks.Sheets;
using Showrunner.Benchmarks.Starting;

namespace Showrunner.Benchmarks;

/// <summary>Every speed promise, each against a floor measured in the same run.</summary>
internal static class Program
{
    private static readonly (string Name, string What, Func<Ask, Task> Run)[] Promises =
    [
        ("import", "a file of order lines, from bytes to an answerable board", ImportBenchmark.Run),
        ("boards", "the overview of 28 days with comparison, and the first fill of the columns", BoardsBenchmark.Run),
        ("explore", "two dimensions over 180 days in the explorer", ExploreBenchmark.Run),
        ("directory", "the list of creators with six filters, and by keyword", DirectoryBenchmark.Run),
        ("findings", "what was planted in the demo market against what is told of it", FindingsBenchmark.Run),
        ("match", "products ranked for creators by what all did, on a published split", MatchBenchmark.Run),
        ("pairs", "creators ranked for products: which new pairs begin after the split", PairsBenchmark.Run),
        ("sales", "will a video sell, asked when it is posted", SalesBenchmark.Run),
        ("assign", "generalised assignment: the instances of the OR-Library against their published bounds", AssignBenchmark.Run),
        ("anomaly", "labelled series watched value by value, scored as the Numenta anomaly benchmark does", AnomalyBenchmark.Run),
        ("live", "events of a thousand shows over HTTP, and their wall", IntakeBenchmark.Run),
        ("xlsx", "a workbook of 100,000 rows beside ExcelJS and openpyxl, and one of a million", XlsxBenchmark.Run),
        ("reports", "the weekly review in four formats, and a book of a thousand scorecards", ReportsBenchmark.Run),
        ("values", "what matching expects of offers in the demo market against what is true of them", ValuesBenchmark.Run),
        ("plan", "a week's plan of 10,000 creators and 500 products", PlanBenchmark.Run),
        ("start", "cold start to the first answered request", StartBenchmark.Run),
    ];

    // Not run with all: what takes long, and where the time of one goes.
    private static readonly (string Name, string What, Func<Ask, Task> Run)[] Looks =
    [
        ("match-scale", "the graph filter of a million creators, 100,000 products and 20,000,000 pairs", MatchScale.Run),
        ("phases", "where an import's seconds go, phase by phase", ImportPhases.Run),
    ];

    public static async Task<int> Main(string[] args)
    {
        if (args is [XlsxBenchmark.Writing, var file, var rows]) return WriteXlsx(file, rows);
        var ask = Ask.Of(args);
        if (ask is null || (ask.Name is { } name && !Promises.Concat(Looks).Any(p => p.Name == name))) return Usage();
        using var temporary = ask.Folder;
        foreach (var (_, _, run) in Promises.Concat(Looks).Where(p => ask.Name is null ? Promises.Contains(p) : p.Name == ask.Name))
        {
            try { await run(ask); }
            catch (Exception e) when (e is InvalidDataException or FileNotFoundException)
            {
                Console.Error.WriteLine(e.Message);
                return 1;
            }
        }
        if (ask.Results.Count == 0) return 0;
        if (ask.Json && ask.Name is not null && ask.Answer is { } answer) Report.PrintJson(answer);
        else if (ask.Json) Report.PrintJson(ask.Results);
        else Report.PrintTable(ask.Results);
        return ask.Results.All(r => r.Kept != false) ? 0 : 1;
    }

    /// <summary>Says the seconds and, as the kernel counts it, the peak memory in MB.</summary>
    private static int WriteXlsx(string file, string rows)
    {
        var seconds = XlsxRows.Write(file, int.Parse(rows, CultureInfo.InvariantCulture));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {Child.PeakMb(Environment.ProcessId)}"));
        return 0;
    }

    private static int Usage()
    {
        Console.Error.WriteLine("./bench/run [NAME] [--quick] [--json] [--rows N] [--rounds N] [--seed N] [--only sqlite|postgres]");
        Console.Error.WriteLine("./bench/run match [--train F --test F] [--validate] [--json]");
        Console.Error.WriteLine("./bench/run pairs|sales [--creators F --videos F --products F --split yyyy-MM-dd] [--validate] [--json]");
        Console.Error.WriteLine("./bench/run assign [--instance F] [--seconds N] [--json]");
        Console.Error.WriteLine("./bench/run anomaly [--data DIR --windows F [--profiles F]] [--validate] [--json]");
        foreach (var (name, what, _) in Promises.Concat(Looks)) Console.Error.WriteLine($"  {name,-11} {what}");
        return 2;
    }
}
