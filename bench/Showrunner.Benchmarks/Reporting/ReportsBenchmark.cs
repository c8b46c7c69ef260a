using System.Diagnostics;
using Showrunner.Demo;
using Showrunner.Platform;
using Showrunner.Reports;

namespace Showrunner.Benchmarks.Reporting;

/// <summary>The weekly review of a medium market in four formats, and a book of a thousand scorecards with its memory beside that of a hundred.</summary>
internal static class ReportsBenchmark
{
    private static readonly DateOnly End = new(2026, 11, 21);
    private const string Market = "ID";

    public static async Task Run(Ask ask)
    {
        var size = ask.Quick ? DemoSize.Small : DemoSize.Medium;
        foreach (var engine in ask.Engines)
        {
            await using var home = await Home.Make(ask, engine);
            await Child.Run(["demo", "--size", size.Name, .. home.Words]);
            await Weekly(ask, home, size, engine);
            await Book(ask, home, size, engine);
        }
    }

    /// <summary>The floor is the reading of the figures alone: what four files cost beyond it.</summary>
    private static async Task Weekly(Ask ask, Home home, DemoSize size, string engine)
    {
        await using var application = await home.Application();
        var request = new RunReport.Request("weekly", Market, End.AddDays(-6), End, RunReport.KnownFormats, "en");
        var folder = ask.Folder.Fresh("weekly");
        var (all, read) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Math.Max(5, ask.Rounds); round++)
        {
            var reading = await Timed(application, run => run.Whole(request, Actor.Program("bench"), default));
            var writing = await Timed(application, run => run.Handle(request, folder, Actor.Program("bench"), default));
            Ask.Say($"weekly on {engine}, round {round}: {writing:0.00} s, figures alone {reading:0.00} s");
            if (round > 0) (all, read) = ([.. all, writing], [.. read, reading]); // the first fills the columns
        }
        var seconds = Spread.Of(all);
        ask.Results.Add(new Result($"weekly review, XLSX + PPTX + DOCX + PDF, {size.Name}, {engine}", $"{seconds.Median:0.00} s (worst {seconds.Max:0.00})", $"figures alone: {Spread.Of(read).Median:0.00} s",
            Spread.Of(all.Zip(read, (a, r) => a / r)), "< 5 s", seconds.Max < 5, new() { ["seconds"] = seconds.Median, ["worst_seconds"] = seconds.Max, ["figures_seconds"] = Spread.Of(read).Median }));
    }

    private static async Task<double> Timed<T>(ServiceProvider application, Func<RunReport, Task<T>> work)
    {
        await using var scope = application.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        await work(scope.ServiceProvider.GetRequiredService<RunReport>());
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>As a user runs it: seconds hold the start of the program, and the kernel counts its peak memory.</summary>
    private static async Task Book(Ask ask, Home home, DemoSize size, string engine)
    {
        foreach (var format in new[] { "pdf", "pptx", "xlsx" })
        {
            var (seconds, large, small) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 1; round <= Math.Max(5, ask.Rounds); round++)
            {
                var hundred = await Child.Run(Words(100));
                var thousand = await Child.Run(Words(1000));
                (seconds, large, small) = ([.. seconds, thousand.Seconds], [.. large, thousand.PeakMb], [.. small, hundred.PeakMb]);
                Ask.Say($"book as {format} on {engine}, round {round}: {thousand.Seconds:0.0} s, {thousand.PeakMb:0} MB; of 100: {hundred.Seconds:0.0} s, {hundred.PeakMb:0} MB");
            }
            var time = Spread.Of(seconds);
            var memory = Spread.Of(large.Zip(small, (l, s) => l / s));
            ask.Results.Add(new Result($"book of 1,000 scorecards, {format}, {size.Name}, {engine}", $"{time.Median:0.0} s (worst {time.Max:0.0}), {Spread.Of(large).Median:0} MB", $"memory of a book of 100: {Spread.Of(small).Median:0} MB",
                memory, "< 60 s, the same memory", time.Max < 60 && memory.Median < 1.15, new() { ["seconds"] = time.Median, ["mb"] = Spread.Of(large).Median, ["mb_of_100"] = Spread.Of(small).Median }));

            string[] Words(int creators) => ["report", "scorecard", "--book", $"{creators}", "--market", Market, "--from", End.AddDays(-27).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                "--to", End.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "--format", format, "--out", ask.Folder.Path, .. home.Words];
        }
    }
}
