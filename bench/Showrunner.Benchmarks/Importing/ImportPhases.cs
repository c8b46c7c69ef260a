using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Imports;
using Showrunner.Imports.Reading;
using Showrunner.Ledger.Loading;
using Showrunner.Platform;

namespace Showrunner.Benchmarks.Importing;

/// <summary>
/// Where an import's seconds go: the product's own parts, called one after the other in this process. Processor seconds are
/// those of this process; they mean something on a busy machine too. PostgreSQL's own are not among them.
/// </summary>
internal static class ImportPhases
{
    public static async Task Run(Ask ask)
    {
        var rows = ask.Rows ?? 1_000_000;
        var file = Path.Combine(ask.Folder.Path, "phases.csv");
        new OrderBook(rows).WriteCsv(file);
        foreach (var engine in ask.Engines)
            for (var round = 0; round < 2; round++) // the first one also pays for compiling
            {
                await using var home = await Home.Make(ask, engine);
                await using var application = await home.Application();
                await using var scope = application.CreateAsyncScope();
                await One(file, engine, scope.ServiceProvider, home);
            }
    }

    private static async Task One(string file, string engine, IServiceProvider services, Home home)
    {
        var (db, clock) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<TimeProvider>());
        var laps = new List<(string Phase, double Seconds, double Processor)>();
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        void Lap(string phase)
        {
            laps.Add((phase, watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds));
            (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        }

        Import import;
        await using (var bytes = File.OpenRead(file))
            import = await ReceiveFile.Handle(bytes, file, new ReceiveFile.Wish("VN"), db, home.Place, Actor.Program("benchmark"), clock, default);
        Lap("receive");
        var opened = await OpenFile.Handle(import, db, home.Place, default);
        Lap("recognise");
        using (var reader = (OrderLineReader)OpenFile.Read(opened, clock.GetUtcNow()))
            while (reader.Read()) { }
        Lap("(parse alone)");
        var load = services.GetRequiredService<LoadFacts>();
        using var stage = load.OpenStage();
        using (var reader = (OrderLineReader)OpenFile.Read(opened, clock.GetUtcNow()))
            while (reader.Read())
                if (reader.Problem is null) stage.Add(reader.Current);
        Lap("parse + append to the stage");
        stage.Close();
        Lap("stage commit");
        var writing = false;
        await load.Handle(db, stage, new LoadOrder(import.Id, import.MarketId), _ =>
        {
            Lap("write into the truth");
            return Task.CompletedTask;
        }, (_, _) =>
        {
            if (writing) return;
            writing = true;
            Lap("resolve names + compare");
        }, default);
        Lap("commit + columns");
        var own = laps.Where(l => l.Phase[0] != '(').ToList();
        var all = own.Sum(l => l.Processor);
        Console.Out.WriteLine($"{engine}, {stage.Rows:N0} rows, {own.Sum(l => l.Seconds):0.00} s, {all:0.00} s of processor");
        foreach (var (phase, seconds, cost) in laps) Console.Out.WriteLine($"  {phase,-30} {seconds,7:0.00} s {cost,7:0.00} s of processor {cost / all,5:P0}");
    }
}
