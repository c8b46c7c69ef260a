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

/// <summary>What matching expects of offers in a demo market against what is true of them: pairs drawn by chance that were never offered.</summary>
internal static class ValuesBenchmark
{
    private const int Drawn = 40_000, Deciles = 10, Listed = 50;
    private const double LeastSlope = 0.9, MostSlope = 1.1, MostError = 0.1;
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
        foreach (var code in DemoMarket.Markets)
        {
            using var scope = application.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var market = await db.Set<Market>().SingleAsync(m => m.Code == code);
            var watch = Stopwatch.StartNew();
            var learned = await new ReadMarket(db, scope.ServiceProvider.GetRequiredService<LedgerColumns>(), TimeProvider.System).Handle(market, default);
            Score(ask, code, size, learned, markets[code], watch.Elapsed.TotalSeconds);
        }
    }

    private static void Score(Ask ask, string code, DemoSize size, MatchedMarket learned, TrueMarket truth, double seconds)
    {
        // List prices and whole lines become what was paid in these weeks: one number for the market, from what is sold already.
        var (told, meant) = (0.0, 0.0);
        foreach (var sale in learned.Model.Facts.Sales)
        {
            var (creator, product) = (learned.Creators[sale.Creator].Handle, learned.Products[sale.Product].No);
            if (!truth.Knows(creator, product) || truth.Did(creator, product) != "posted") continue;
            (told, meant) = (told + sale.Gmv, meant + truth.Sales(creator, product) / learned.Rules.MinorPerMajor);
        }
        var unit = told / meant / learned.Rules.MinorPerMajor;
        var terms = new MatchTerms();
        List<(double Accept, double Post, double Gmv)> expected = [], real = [];
        // Whom a person would be shown: the first of the lists of products.
        var none = new HashSet<long>();
        var listed = new List<(int, int)>();
        for (var p = 0; p < learned.Products.Count && listed.Count < Drawn; p++)
            listed.AddRange(Enumerable.Range(0, learned.Creators.Count).Where(c => RankCreators.Why(learned, c, p, none, null) is null).Select(c => (c, p, E: learned.Model.Expect(c, p))).OrderByDescending(x => terms.Value(learned.Products[p], x.E.Accept, x.E.Post, x.E.Gmv)).Take(Listed).Select(x => (x.c, x.p)));
        foreach (var (c, p) in listed)
        {
            var (handle, no) = (learned.Creators[c].Handle, learned.Products[p].No);
            if (!truth.Knows(handle, no) || truth.Did(handle, no) is not null || learned.Model.Sells(c, p)) continue;
            var odds = truth.Odds(handle, no);
            expected.Add(learned.Model.Expect(c, p));
            real.Add((odds.Accept, odds.Post, truth.Sales(handle, no) * unit));
        }
        Tell("accepts", [.. expected.Select(e => e.Accept)], [.. real.Select(r => r.Accept)]);
        Tell("posts", [.. expected.Select(e => e.Post)], [.. real.Select(r => r.Post)]);
        Tell("GMV if he posts", [.. expected.Select(e => e.Gmv)], [.. real.Select(r => r.Gmv)]);
        Tell("expected GMV", [.. expected.Select(e => e.Accept * e.Post * e.Gmv)], [.. real.Select(r => r.Accept * r.Post * r.Gmv)]);

        void Tell(string what, double[] said, double[] meant)
        {
            var (slope, errors) = (Slope(said, meant), Errors(said, meant));
            var worst = errors.Max(Math.Abs);
            Ask.Say(string.Create(CultureInfo.InvariantCulture, $"{code} {what}: mean {said.Average():0.####} against {meant.Average():0.####}, slope {slope:0.00}, deciles {string.Join(' ', errors.Select(e => e.ToString("+0%;-0%", CultureInfo.InvariantCulture)))}, {seconds:0.0} s to learn"));
            ask.Results.Add(new Result($"{what}, {code}, {size.Name}, seed {ask.Seed}", string.Create(CultureInfo.InvariantCulture, $"slope {slope:0.00}, worst decile {worst:P0}"), "–", null, $"slope {LeastSlope}–{MostSlope}, deciles within {MostError:P0}",
                slope is >= LeastSlope and <= MostSlope && worst <= MostError, new() { ["slope"] = slope, ["worst_decile"] = worst, ["learn_seconds"] = seconds }));
        }
    }

    /// <summary>Of what is true on what is expected.</summary>
    private static double Slope(double[] said, double[] meant)
    {
        var (x, y) = (said.Average(), meant.Average());
        return said.Zip(meant, (s, m) => (s - x) * (m - y)).Sum() / said.Sum(s => (s - x) * (s - x));
    }

    /// <summary>In tenths by what is expected: how much more or less is expected than true.</summary>
    private static double[] Errors(double[] said, double[] meant)
    {
        var order = Enumerable.Range(0, said.Length).OrderBy(i => said[i]).ToArray();
        return [.. Enumerable.Range(0, Deciles).Select(d => order[(d * order.Length / Deciles)..((d + 1) * order.Length / Deciles)]).Select(part => part.Sum(i => said[i]) / part.Sum(i => meant[i]) - 1)];
    }
}
