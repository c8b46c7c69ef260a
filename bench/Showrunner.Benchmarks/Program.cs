using Showrunner.Benchmarks.Boards;
using Showrunner.Benchmarks.Findings;
using Showrunner.Benchmarks.Importing;
using Showrunner.Benchmarks.Listing;
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
        ("start", "cold start to the first answered request", StartBenchmark.Run),
    ];

    // Not promises: where the time of one goes.
    private static readonly (string Name, string What, Func<Ask, Task> Run)[] Looks =
        [("phases", "where an import's seconds go, phase by phase", ImportPhases.Run)];

    public static async Task<int> Main(string[] args)
    {
        var ask = Ask.Of(args);
        if (ask is null || (ask.Name is { } name && !Promises.Concat(Looks).Any(p => p.Name == name))) return Usage();
        using var temporary = ask.Folder;
        foreach (var (_, _, run) in Promises.Concat(Looks).Where(p => ask.Name is null ? Promises.Contains(p) : p.Name == ask.Name))
            await run(ask);
        if (ask.Results.Count == 0) return 0;
        if (ask.Json) Report.PrintJson(ask.Results);
        else Report.PrintTable(ask.Results);
        return ask.Results.All(r => r.Kept != false) ? 0 : 1;
    }

    private static int Usage()
    {
        Console.Error.WriteLine("./bench/run [NAME] [--quick] [--json] [--rows N] [--rounds N] [--seed N] [--only sqlite|postgres]");
        foreach (var (name, what, _) in Promises.Concat(Looks)) Console.Error.WriteLine($"  {name,-8} {what}");
        return 2;
    }
}
