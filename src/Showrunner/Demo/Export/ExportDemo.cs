using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Demo.Export;

/// <summary>
/// Writes the demo market as the files that the marketplace's consoles export, a folder for each country, each in its language: what importing
/// them brings is what loading the demo brings. Written a row at a time; a file that has its name is whole, and when anything fails none is there.
/// </summary>
public static class ExportDemo
{
    internal const string Part = ".part";
    /// <summary>From so many lines on files are packed.</summary>
    private const int Packed = 1_000_000;

    /// <summary>What to write. End is the last day told; null is yesterday in each market. Truth is the file with what is true of it, beside or instead.</summary>
    public sealed record Request(DemoSize Size, string Folder, int Seed = DemoMarket.DefaultSeed, string? Truth = null, DateOnly? End = null);

    public sealed record Written(string Path, string Market, long Rows);

    /// <param name="request">What and where to; the folder is made, and must be empty.</param>
    /// <param name="clock">Says what day it is.</param>
    /// <param name="report">Order lines written so far, of about how many.</param>
    /// <param name="cancel">Takes back what was written.</param>
    public static IReadOnlyList<Written> Handle(Request request, TimeProvider clock, Action<long, long> report, CancellationToken cancel)
    {
        var folder = Path.GetFullPath(request.Folder);
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())) throw new Refused("demo_folder_not_empty", folder);
        if (request.Truth is { } truth && File.Exists(truth)) throw new Refused("demo_file_exists", Path.GetFullPath(truth));
        var wasThere = Directory.Exists(folder);
        var markets = DemoMarket.Markets.Select(code => Market(code, request, clock)).ToList();
        try
        {
            var files = WriteAll(markets, folder, request.Size.Lines >= Packed, report, cancel);
            if (request.Truth is { } path) DemoTruth.Write(path, markets, replace: false, cancel);
            return files;
        }
        catch
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            if (wasThere) Directory.CreateDirectory(folder);
            throw;
        }
    }

    private static List<Written> WriteAll(List<DemoMarket> markets, string folder, bool isPacked, Action<long, long> report, CancellationToken cancel)
    {
        var (before, total) = (0L, markets.Sum(m => m.ExpectedLines));
        List<(string Part, string Path, string Market, long Rows)> parts = [];
        foreach (var demo in markets)
        {
            using var export = new MarketExport(demo, Path.Combine(folder, demo.Market.Code), isPacked);
            export.Write(lines => report(before + lines, total), cancel);
            before += demo.ExpectedLines;
            parts.AddRange(export.Close().Select(f => (f.Part, f.Path, demo.Market.Code, f.Rows)));
        }
        foreach (var (part, path, _, _) in parts) File.Move(part, path);
        return [.. parts.Select(p => new Written(p.Path, p.Market, p.Rows))];
    }

    private static DemoMarket Market(string code, Request request, TimeProvider clock)
    {
        var entry = SeedMarkets.Read().Single(m => m.Code == code);
        var rules = new MarketRules(0, code, entry.Currency, entry.MinorUnits, entry.TimeZone, entry.Culture);
        return new DemoMarket(rules, request.Size, request.End ?? rules.DayOf(clock.GetUtcNow()).AddDays(-1), request.Seed);
    }
}
