using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Demo;
using Showrunner.Insights;
using Showrunner.Insights.Findings;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;

namespace Showrunner.Benchmarks.Findings;

/// <summary>
/// A demo market is looked through week by week, as a person would: of what the truth file says was planted, how much is told with its
/// cause; of a market in which nothing was planted, how much is told all the same. And how long one look takes.
/// </summary>
internal static class FindingsBenchmark
{
    private const int Weeks = 18, History = 49;
    private static readonly DateOnly End = new(2026, 11, 21);
    private const double Enough = 0.9, MostFalse = 1, MostSeconds = 10;

    public static async Task Run(Ask ask)
    {
        var size = ask.Rows is { } lines ? new DemoSize("part", lines / 50, lines, Math.Max(360, lines / 833)) : ask.Quick ? DemoSize.Small : DemoSize.Medium;
        var engine = ask.Only ?? "sqlite";
        await Score(ask, engine, size);
        await CountFalse(ask, engine, size);
    }

    private static async Task Score(Ask ask, string engine, DemoSize size)
    {
        await using var home = await Home.Make(ask, engine);
        var truth = Path.Combine(home.Folder, "truth.json");
        await using var application = await home.Application();
        await Load(application, ask, size, truth);
        var planted = Planted.Read(truth).Where(p => p.Days.From.DayNumber - End.AddDays(1 - size.Days).DayNumber >= History).ToList();
        var found = new Dictionary<string, List<Found>>();
        var (looks, passes) = (new List<double>(), new List<double>());
        foreach (var market in DemoMarket.Markets)
        {
            found[market] = [];
            for (var week = 0; week < Weeks; week++)
            {
                var watch = Stopwatch.StartNew();
                found[market].AddRange(await Look(application, market, End.AddDays(-7 * week)));
                // The first look at a market finds nothing remembered.
                if (week == 0) (looks, passes) = ([.. looks, watch.Elapsed.TotalSeconds], [.. passes, Pass(application)]);
            }
        }
        var told = planted.Where(p => found[p.Market].Any(p.IsToldBy)).ToList();
        var explained = planted.Count(p => found[p.Market].Any(p.IsExplainedBy));
        foreach (var missed in planted.Except(told)) Ask.Say($"missed: {missed}");
        foreach (var half in told.Where(p => !found[p.Market].Any(p.IsExplainedBy))) Ask.Say($"told without all its causes: {half}");
        foreach (var kind in planted.GroupBy(p => p.Kind)) Ask.Say($"{kind.Key}: {kind.Count(told.Contains)} of {kind.Count()}");
        var share = (double)explained / planted.Count;
        ask.Results.Add(new Result($"planted changes found with their causes, {size.Name}, seed {ask.Seed}", $"{explained} of {planted.Count}; told at all: {told.Count}", "–", null, $"≥ {Enough:P0}", share >= Enough,
            new() { ["planted"] = planted.Count, ["told"] = told.Count, ["explained"] = explained }));
        var (seconds, worst) = (Spread.Of(looks).Median, looks.Max());
        ask.Results.Add(new Result($"one look through a market, {size.Name}, {engine}", $"{seconds:0.0} s, worst {worst:0.0} s", $"one pass of 13 weeks by creator: {Spread.Of(passes).Median:0.00} s",
            Spread.Of(looks.Zip(passes, (l, p) => l / p)), $"< {MostSeconds} s", worst < MostSeconds, new() { ["seconds"] = seconds, ["worst_seconds"] = worst }));
    }

    private static async Task CountFalse(Ask ask, string engine, DemoSize size)
    {
        await using var home = await Home.Make(ask, engine);
        await using var application = await home.Application();
        var truth = Path.Combine(home.Folder, "truth.json");
        await Load(application, ask, size with { Name = "quiet", IsQuiet = true }, truth);
        var starts = Planted.Starts(truth);
        // In the order of time, as weeks come: what stays as it is is told once.
        foreach (var market in DemoMarket.Markets)
            for (var week = Weeks - 1; week >= 0; week--) await Look(application, market, End.AddDays(-7 * week));
        using var scope = application.CreateScope();
        var all = await scope.ServiceProvider.GetRequiredService<AppDb>().Findings.Where(f => !Finding.ByRule.Contains(f.Kind)).ToListAsync();
        // Creators begin in a quiet market too: that one is new is true when he began in the six weeks before.
        var told = all.Where(f => f.Kind != "creator_new" || !(starts.GetValueOrDefault(f.Name) is var start && start <= f.LastDay && start > f.FirstDay.AddDays(-42))).ToList();
        Ask.Say($"told of creators who did begin: {all.Count - told.Count}");
        foreach (var wrong in told.GroupBy(f => f.Kind)) Ask.Say($"told of a quiet market: {wrong.Key} {wrong.Count()}, the surest with p = {wrong.Min(f => f.Read().Probability):G2}");
        var each = (double)told.Count / (Weeks * DemoMarket.Markets.Count);
        ask.Results.Add(new Result($"false findings per market and week, nothing planted, {size.Name}, seed {ask.Seed}", $"{each:0.00} ({told.Count} in {Weeks * DemoMarket.Markets.Count})", "–", null, $"≤ {MostFalse}", each <= MostFalse,
            new() { ["per_week"] = each }));
    }

    private static async Task Load(ServiceProvider application, Ask ask, DemoSize size, string? truth)
    {
        Ask.Say($"findings: telling the {size.Name} market");
        using var scope = application.CreateScope();
        await scope.ServiceProvider.GetRequiredService<LoadDemo>().Handle(LoadDemo.Request.Of(size) with { Seed = ask.Seed, End = End, Truth = truth }, Actor.Program("benchmark"), (_, _) => { }, default);
    }

    private static async Task<IReadOnlyList<Found>> Look(ServiceProvider application, string market, DateOnly last)
    {
        using var scope = application.CreateScope();
        var desk = ActivatorUtilities.CreateInstance<BoardDesk>(scope.ServiceProvider, Actor.Program("benchmark"));
        return await LookThrough.Work(new(market, Last: last), scope.ServiceProvider.GetRequiredService<AppDb>(), desk, TimeProvider.System, (_, _) => { }, default);
    }

    private static double Pass(ServiceProvider application)
    {
        using var connection = application.GetRequiredService<LedgerColumns>().Connect();
        var watch = Stopwatch.StartNew();
        using var result = connection.Query("SELECT creator_id, date_trunc('week', day) w, count(*), sum(gmv_minor) FROM order_line WHERE day > (SELECT max(day) FROM order_line) - 91 GROUP BY ALL");
        while (result.Read()) { }
        return watch.Elapsed.TotalSeconds;
    }
}
