using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Demo;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Matching;
using Showrunner.Platform;

namespace Showrunner.Benchmarks.Matching;

/// <summary>What matching expects of offers in a demo market against what is true of them: for those whom a person would be shown, of pairs that were never offered; and what plans on it are worth.</summary>
internal static class ValuesBenchmark
{
    private const int Listed = 50, MostListed = 40_000;
    private const double LeastSlope = 0.9, MostSlope = 1.1, MostError = 0.1, LeastWorth = 0.97;
    private static readonly DateOnly End = new(2026, 11, 21);

    public static async Task Run(Ask ask)
    {
        var size = ask.Quick ? DemoSize.Small : DemoSize.Medium;
        await using var home = await Home.Make(ask, ask.Only ?? "sqlite");
        var truth = Path.Combine(home.Folder, "truth.json");
        await using var application = await home.Application();
        using (var scope = application.CreateScope())
            await scope.ServiceProvider.GetRequiredService<LoadDemo>().Handle(LoadDemo.Request.Of(size) with { Seed = ask.Seed, End = End, Truth = truth }, Actor.Program("bench"), (_, _) => { }, default);
        var markets = TrueMarket.Read(truth, End);
        var together = new Dictionary<string, List<Expected>>();
        var plans = new List<TruePlan.Worth>();
        var cold = new List<ColdPairs.Cold>();
        foreach (var code in DemoMarket.Markets)
        {
            using var scope = application.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var market = await db.Set<Market>().SingleAsync(m => m.Code == code);
            var watch = Stopwatch.StartNew();
            var learned = await new ReadMarket(db, scope.ServiceProvider.GetRequiredService<LedgerColumns>(), TimeProvider.System).Handle(market, default);
            var seconds = watch.Elapsed.TotalSeconds;
            var pairs = new TruePairs(learned, markets[code]);
            foreach (var (what, cases) in Score(learned, pairs))
            {
                Tell(ask, $"{what}, {code}, {size.Name}, seed {ask.Seed}", Calibration.Of(cases), seconds);
                // Amounts of all markets together, each in units of what is usual in its lists.
                var usual = what.Contains("GMV", StringComparison.Ordinal) ? cases.Sum(c => c.Weight * c.True) / cases.Sum(c => c.Weight) : 1;
                if (!together.TryGetValue(what, out var all)) together[what] = all = [];
                all.AddRange(cases.Select(c => c with { Said = c.Said / usual, True = c.True / usual, Group = c.Group * DemoMarket.Markets.Count + DemoMarket.Markets.ToList().IndexOf(code) }));
            }
            cold.AddRange(ColdPairs.Of(learned, pairs));
            plans.Add(TruePlan.Of(learned, pairs));
            Tell(ask, $"plan, {code}, {size.Name}, seed {ask.Seed}", plans[^1]);
        }
        foreach (var (what, cases) in together) Tell(ask, $"{what}, all together, {size.Name}, seed {ask.Seed}", Calibration.Of(cases), null);
        foreach (var which in cold.GroupBy(c => c.Which)) Tell(ask, $"{which.Key}, mean of all markets, {size.Name}, seed {ask.Seed}", [.. which]);
        // Each market's plan counts as much, whatever its currency.
        Tell(ask, $"plan, all together, {size.Name}, seed {ask.Seed}", plans.Select(p => p with { Expected = p.Expected / p.Known, Shown = p.Shown / p.Known, Known = 1 }).Aggregate((a, b) => new(a.Expected + b.Expected, a.Shown + b.Shown, a.Known + b.Known, a.Offers + b.Offers)));
    }

    /// <summary>What comes after a yes is judged among those who say yes: each pair counts with its true chance to get there.</summary>
    private static IEnumerable<(string What, List<Expected> Cases)> Score(MatchedMarket learned, TruePairs truth)
    {
        var terms = new MatchTerms();
        var none = new HashSet<long>();
        List<Expected> accepts = [], posts = [], sells = [], brings = [];
        for (int p = 0, listed = 0; p < learned.Products.Count && listed < MostListed; p++)
        {
            var first = Enumerable.Range(0, learned.Creators.Count).Where(c => RankCreators.Why(learned, c, p, none, null) is null).Select(c => (Creator: c, E: learned.Model.Expect(c, p)))
                .OrderByDescending(x => terms.Value(learned.Products[p], x.E.Accept, x.E.Post, x.E.Gmv)).Take(Listed).ToList();
            listed += first.Count;
            foreach (var (c, said) in first)
            {
                if (!truth.Knows(c, p) || truth.Did(c, p) is not null) continue;
                var real = truth.Of(c, p);
                accepts.Add(new(said.Accept, real.Accept, 1, c));
                posts.Add(new(said.Post, real.Post, real.Accept, c));
                sells.Add(new(said.Gmv, real.Gmv, real.Accept * real.Post, c));
                brings.Add(new(said.Accept * said.Post * said.Gmv, real.Accept * real.Post * real.Gmv, 1, c));
            }
        }
        return [("accepts", accepts), ("posts once accepted", posts), ("GMV once posted", sells), ("expected GMV", brings)];
    }

    private static void Tell(Ask ask, string what, Calibration of, double? seconds)
    {
        Ask.Say(string.Create(CultureInfo.InvariantCulture, $"{what}: mean {of.Said:0.####} against {of.True:0.####}, slope {of.Slope:0.00}, tenths {string.Join(' ', of.Errors.Zip(of.Chance, (e, c) => $"{e.ToString("+0%;-0%", CultureInfo.InvariantCulture)}±{c * 100:0}"))}{(seconds is { } s ? $", {s:0.0} s to learn" : "")}"));
        ask.Results.Add(new Result(what, string.Create(CultureInfo.InvariantCulture, $"slope {of.Slope:0.00}, worst tenth {of.Worst:P0}"), "–", null, $"slope {LeastSlope}–{MostSlope}, tenths within {MostError:P0}",
            of.Slope is >= LeastSlope and <= MostSlope && of.Worst <= MostError, new() { ["slope"] = of.Slope, ["worst_tenth"] = of.Worst, ["learn_seconds"] = seconds ?? 0 }));
    }

    private static void Tell(Ask ask, string what, List<ColdPairs.Cold> of) => Ask.Say(string.Create(CultureInfo.InvariantCulture,
        $"{what}: correlation with the truth {of.Average(c => c.Accept):0.000} of the chance to accept, {of.Average(c => c.Brings):0.000} of expected GMV as logarithms; expected {of.Average(c => c.Ratio):0.00} times the truth ({string.Join(' ', of.Select(c => c.Ratio.ToString("0.00", CultureInfo.InvariantCulture)))})"));

    private static void Tell(Ask ask, string what, TruePlan.Worth of)
    {
        var (shown, known) = (of.Expected / of.Shown, of.Expected / of.Known);
        Ask.Say(string.Create(CultureInfo.InvariantCulture, $"{what}: {of.Offers} offers truly worth {of.Expected:0.##}, {shown:P1} of what the truth gives by the same figures, {known:P1} of what knowing everything gives"));
        ask.Results.Add(new Result(what, string.Create(CultureInfo.InvariantCulture, $"{shown:P1} of the truth by the same figures, {known:P1} of the whole"), "–", null, $"≥ {LeastWorth:P0}", shown >= LeastWorth, new() { ["of_shown"] = shown, ["of_known"] = known }));
    }
}
