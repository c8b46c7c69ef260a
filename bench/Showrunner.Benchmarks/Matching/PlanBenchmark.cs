using System.Diagnostics;
using System.Globalization;
using Showrunner.Engine.Matching.Plans;

namespace Showrunner.Benchmarks.Matching;

/// <summary>A week's plan over every pair of 10,000 creators and 500 products, with all limits set so that they bind.</summary>
internal static class PlanBenchmark
{
    private const int Creators = 10_000, Products = 500;
    private const double MostSeconds = 20, MostGap = 0.01;

    public static Task Run(Ask ask)
    {
        var (seconds, gaps) = (new List<double>(), new List<double>());
        for (var round = 1; round <= ask.Rounds; round++)
        {
            var problem = Draw(round);
            var watch = Stopwatch.StartNew();
            var plan = PlanSolver.Solve(problem);
            seconds.Add(watch.Elapsed.TotalSeconds);
            gaps.Add(plan.Gap);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  plan, round {round}: {seconds[^1]:0.0} s, {plan.Pairs.Count} pairs, value {plan.Value:0}, gap {plan.Gap:0.00%}"));
        }
        var (time, gap) = (Spread.Of(seconds), Spread.Of(gaps));
        ask.Results.Add(new Result("plan of 10,000 creators × 500 products", string.Create(CultureInfo.InvariantCulture, $"{time.Median:0.0} s (worst {time.Max:0.0}), gap {gap.Median:0.00%} (worst {gap.Max:0.00%})"), "–", null,
            "< 20 s, gap ≤ 1 %", time.Max < MostSeconds && gap.Max <= MostGap, new() { ["seconds"] = time.Median, ["seconds_worst"] = time.Max, ["gap"] = gap.Median, ["gap_worst"] = gap.Max }));
        return Task.CompletedTask;
    }

    private static PlanProblem Draw(int seed)
    {
        var chance = new Random(seed);
        var people = Enumerable.Range(0, Creators).Select(i => new PlanCreator(i, chance.Next(1, 6), chance.Next(10) == 0, chance.Next(4) == 0)).ToArray();
        var goods = Enumerable.Range(0, Products).Select(i => new PlanProduct(i, i % 40, chance.Next(5, 40), 2 + 20 * chance.NextDouble())).ToArray();
        var (reach, pull) = (people.Select(_ => Math.Exp(Normal())).ToArray(), goods.Select(_ => Math.Exp(0.6 * Normal())).ToArray());
        var pairs = new PlanPair[Creators * Products];
        for (var c = 0; c < Creators; c++)
            for (var p = 0; p < Products; p++)
            {
                var sales = 8 * reach[c] * pull[p] * Math.Exp(0.8 * Normal());
                pairs[c * Products + p] = new PlanPair(c, p, 0.3 * sales - goods[p].SampleCost, true, 0.12 * sales);
            }
        return new PlanProblem(people, goods, pairs, new PlanLimits(2_000, 60_000, 400_000, 200, 250, 0.2));

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
    }
}
