using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Imports;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Commands;

internal static class ImportCommand
{
    private sealed record FileResult(string File, string Kind, string Market, long Rows, long Loaded, long Unchanged, long Restated, long Rejected, string? ErrorFile, double Seconds, bool DryRun = false);

    private const int MostNamed = 20;

    public static Command Make()
    {
        var files = new Argument<string[]>("FILE") { Description = "Export files: CSV (also gzipped) or XLSX", Arity = ArgumentArity.OneOrMore };
        var market = new Option<string>("--market") { Description = "Whose figures these are, e.g. VN", Required = true };
        var kind = new Option<string?>("--as") { Description = "What the file is, when recognition shall not decide" };
        var map = new Option<string?>("--map") { Description = "Mapping file (YAML) for order lines of any other origin", HelpName = "MAP.yaml" };
        var period = new Option<string?>("--period") { Description = "Days that totals cover, both included: 2025-01-01..2025-04-30" };
        var shop = new Option<string?>("--shop") { Description = "The shop the sales belong to, when the file does not name it" };
        var dry = new Option<bool>("--dry-run") { Description = "Read and check only; nothing is loaded" };
        var command = new Command("import", "Loads export files into the ledger; the same file again changes nothing") { files, market, kind, map, period, shop, dry };
        command.SetAction(async (words, cancel) =>
        {
            var range = words.GetValue(period) is { } text ? Words.Period(text) : (DayRange?)null;
            await using var instance = await Instance.Open(words, cancel);
            var mapping = words.GetValue(map) is { } path ? await Mapping(path, instance, cancel) : null;
            var wish = new ReceiveFile.Wish(words.GetValue(market)!.ToUpperInvariant(), words.GetValue(kind), mapping, range?.From, range?.To, words.GetValue(shop));
            List<FileResult> results = [];
            var failed = false;
            foreach (var file in words.GetValue(files)!)
            {
                try { results.Add(await One(file, wish, words.GetValue(dry), instance, cancel)); }
                catch (Refused refused)
                {
                    failed = true;
                    await Console.Error.WriteLineAsync(instance.Get<Texts>().Say("en", "refused." + refused.Code, [.. refused.Arguments]));
                }
            }
            Print(results, words.GetValue(Settings.Json));
            return failed ? CommandLine.Failed : results.Any(r => r.Rejected > 0) ? CommandLine.SomeRejected : CommandLine.Done;
        });
        return command;
    }

    private static async Task<string> Mapping(string path, Instance instance, CancellationToken cancel)
    {
        if (!File.Exists(path)) throw new Refused("cli.file_missing", path);
        var yaml = await File.ReadAllTextAsync(path, cancel);
        return (await SaveMapping.Handle(yaml, Path.GetFileName(path), instance.Db, Actor.Program("command line"), instance.Get<TimeProvider>(), cancel)).Name;
    }

    private static async Task<FileResult> One(string path, ReceiveFile.Wish wish, bool dry, Instance instance, CancellationToken cancel)
    {
        if (!File.Exists(path)) throw new Refused("cli.file_missing", path);
        var (db, place, clock, actor) = (instance.Db, instance.Get<DataPlace>(), instance.Get<TimeProvider>(), Actor.Program("command line"));
        var watch = Stopwatch.StartNew();
        Import import;
        var before = Stamp(path);
        await using (var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true))
            import = await ReceiveFile.Handle(stream, path, wish, db, place, actor, clock, cancel);
        if (Stamp(path) != before)
        {
            await DiscardImport.Handle(import.Id, db, place, actor, cancel);
            throw new Refused("file_changed", Path.GetFileName(path));
        }
        var market = wish.Market;
        if (dry)
        {
            var preview = await PreviewImport.Handle(import.Id, int.MaxValue, db, place, actor, clock, cancel);
            foreach (var problem in preview.Problems.Take(MostNamed))
                await Console.Error.WriteLineAsync(instance.Get<Texts>().Say("en", "cli.row_problem", problem.Row, instance.Get<Texts>().Say("en", "problem." + problem.Code, problem.Column, problem.Text)));
            if (preview.Rejected > MostNamed) await Console.Error.WriteLineAsync(instance.Get<Texts>().Say("en", "cli.row_problems_more", preview.Rejected - MostNamed));
            await DiscardImport.Handle(import.Id, db, place, actor, cancel);
            return new FileResult(path, preview.Kind, market, preview.Rows, 0, 0, 0, preview.Rejected, null, Seconds(watch), DryRun: true);
        }
        await LoadImport.Ask(import.Id, db, instance.Get<JobBoard>(), actor, clock, cancel);
        await RunImportJob(import, instance, cancel);
        db.ChangeTracker.Clear();
        import = await db.Imports.SingleAsync(i => i.Id == import.Id, cancel);
        if (import.State != Import.Loaded)
        {
            var (code, arguments) = Sentence.Unpack(import.Problem ?? "[\"cancelled\"]");
            throw new Refused(code, [.. arguments]);
        }
        return new FileResult(path, import.Kind, market, import.RowsRead, import.RowsLoaded, import.Unchanged, import.Restated, import.Rejected,
            import.ErrorPath.Length > 0 ? Path.Combine(place.Folder, import.ErrorPath) : null, Seconds(watch));
    }

    /// <summary>The job of this import, run here; when a server on the same data took it, its end is awaited.</summary>
    private static async Task RunImportJob(Import import, Instance instance, CancellationToken cancel)
    {
        var runner = instance.Get<JobRunner>();
        if (await runner.RunHere(import.JobId, ticket => new ProgressLine(import.FileName, ticket, instance.Get<Texts>()), cancel)) return;
        while (true)
        {
            await Task.Delay(300, cancel);
            if (await instance.Db.Jobs.AsNoTracking().Where(j => j.Id == import.JobId).Select(j => j.FinishedAt).SingleAsync(cancel) is not null) return;
        }
    }

    private static (long, DateTime) Stamp(string path) => (new FileInfo(path).Length, File.GetLastWriteTimeUtc(path));

    private static string Counted(long rows) => rows == 1 ? "1 row" : $"{rows:N0} rows";

    private static double Seconds(Stopwatch watch) => Math.Round(watch.Elapsed.TotalSeconds, 3);

    private static void Print(List<FileResult> results, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { files = results }, Words.Json));
            return;
        }
        foreach (var r in results)
        {
            if (r.DryRun)
            {
                Console.Out.WriteLine($"{Path.GetFileName(r.File)}: {r.Kind}, {Counted(r.Rows)} read in {r.Seconds:0.0} s; this was a dry run, nothing was loaded");
                Console.Out.WriteLine($"  would be loaded:   {r.Rows - r.Rejected,12:N0}   (rows that the ledger has already stay as they are)");
                Console.Out.WriteLine($"  would be rejected: {r.Rejected,12:N0}");
                continue;
            }
            Console.Out.WriteLine($"{Path.GetFileName(r.File)}: {r.Kind}, {Counted(r.Rows)}: {r.Loaded:N0} loaded, {r.Unchanged:N0} unchanged, {r.Restated:N0} restated, {r.Rejected:N0} rejected in {r.Seconds:0.0} s");
            if (r.ErrorFile is not null) Console.Out.WriteLine($"  rejected rows: {r.ErrorFile}");
        }
    }
}
