using System.Diagnostics;
using System.Globalization;
using Showrunner.Engine.Matching.Graphs;

namespace Showrunner.Benchmarks.Matching;

/// <summary>
/// A market of a million creators, 100,000 products and 20,000,000 pairs (`--rows` for fewer, in proportion): the filter, twenty products for everyone,
/// then creators for one product after the other.
/// </summary>
internal static class MatchScale
{
    private const int Groups = 400, Asked = 40;
    private const double MostMinutes = 15, MostMb = 8e9 / 1048576, MostMs = 100;

    public static Task Run(Ask ask)
    {
        var rows = ask.Rows ?? 20_000_000;
        var (creators, products) = (Math.Max(20, rows / 20), Math.Max(20, rows / 200));
        var interactions = Draw(creators, products, rows, ask.Seed);
        Ask.Say(string.Create(CultureInfo.InvariantCulture, $"match-scale: {interactions.Creators} creators, {interactions.Products} products, {interactions.Count} pairs"));
        var watch = Stopwatch.StartNew();
        var model = GraphFilter.Fit(interactions);
        var fit = watch.Elapsed.TotalSeconds;
        var ranked = model.Top([.. Enumerable.Range(0, creators)], TopScore.Count).Count(t => t.Length > 0);
        var refresh = watch.Elapsed.TotalSeconds;
        var asked = Enumerable.Range(0, Asked + 3).Select(i =>
        {
            watch.Restart();
            model.TopCreators((int)((long)i * products / (Asked + 3)), 100);
            return watch.Elapsed.TotalMilliseconds;
        }).Skip(3).ToArray();
        var (p50, p95, peak) = (Spread.Percentile(asked, 0.5), Spread.Percentile(asked, 0.95), Child.PeakMb(Environment.ProcessId));
        ask.Results.Add(new Result($"graph filter of {interactions.Count} pairs",
            string.Create(CultureInfo.InvariantCulture, $"fit {fit:0} s, with a ranking for each of {ranked} creators {refresh:0} s; creators for one product p50 {p50:0} ms, p95 {p95:0} ms; {peak:0} MB"), "–", null,
            "< 15 min, < 8 GB, < 100 ms", refresh < MostMinutes * 60 && peak < MostMb && p95 < MostMs,
            new() { ["fit_seconds"] = fit, ["refresh_seconds"] = refresh, ["product_ms_p50"] = p50, ["product_ms_p95"] = p95, ["peak_mb"] = peak }));
        return Task.CompletedTask;
    }

    /// <summary>Everyone belongs to a group, whose products he makes three times of four; few products are popular, few creators busy.</summary>
    private static Interactions Draw(int creators, int products, int rows, int seed)
    {
        var chance = new Random(seed);
        var busy = Enumerable.Range(0, creators).Select(_ => Math.Exp(Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble()))).ToArray();
        var (each, all) = (rows / busy.Sum(), new List<Interaction>(rows + creators));
        var (groups, size) = (Math.Min(Groups, products), products / Math.Min(Groups, products));
        for (var creator = 0; creator < creators; creator++)
        {
            var own = chance.Next(groups);
            for (var left = (int)(busy[creator] * each + chance.NextDouble()); left > 0; left--)
            {
                var group = chance.Next(4) > 0 ? own : chance.Next(groups);
                all.Add(new Interaction(creator, group * size + (int)(size * Math.Pow(chance.NextDouble(), 3))));
            }
        }
        return Interactions.Of(creators, products, all);
    }
}
