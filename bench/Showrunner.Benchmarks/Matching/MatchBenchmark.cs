using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Showrunner.Engine.Matching.Graphs;

namespace Showrunner.Benchmarks.Matching;

/// <summary>
/// Products ranked for creators by the graph filter, as LightGCN's protocol wants it: what is in training is not ranked, recall and gain of the
/// first twenty are means over the users of the test. The test file is read after the ranking.
/// </summary>
internal static class MatchBenchmark
{
    private const double LeastRecall = 0.1920, LeastNdcg = 0.1597, MostSeconds = 20, MostMb = 1200 * 1e6 / 1048576;

    private sealed record Figures(double Recall, double Ndcg, double Fit, double Rank, double PeakMb, string Settings);

    public static async Task Run(Ask ask)
    {
        var alone = ask.Name == "match";
        if (alone && ask.Validate) MatchValidation.Run(LightGcnFile.Read(SharedData.Split(ask).Train));
        var figures = alone ? Measure(ask) : await InOwnProcess();
        if (ask.Json && alone)
        {
            SharedData.Print(new Dictionary<string, object> { ["recall@20"] = figures.Recall, ["ndcg@20"] = figures.Ndcg, ["fit_seconds"] = figures.Fit, ["rank_seconds"] = figures.Rank, ["peak_mb"] = figures.PeakMb, ["settings"] = figures.Settings });
            return;
        }
        var shared = ask.Files.Count == 0;
        if (shared && !ask.Json) Published.Print(figures.Recall, figures.Ndcg);
        var kept = figures.Recall >= LeastRecall && figures.Ndcg >= LeastNdcg && figures.Fit + figures.Rank <= MostSeconds && figures.PeakMb <= MostMb;
        ask.Results.Add(new Result("products ranked for creators, LightGCN's protocol",
            string.Create(CultureInfo.InvariantCulture, $"recall@20 {figures.Recall:0.0000}, ndcg@20 {figures.Ndcg:0.0000}; fit {figures.Fit:0.0} s, rank {figures.Rank:0.0} s; {figures.PeakMb:0} MB; {figures.Settings}"),
            shared ? "published: GF-CF 0.1849 / 0.1518, BSPM-EM 0.1920 / 0.1597" : "–", null, "≥ 0.1920 and ≥ 0.1597, ≤ 20 s, ≤ 1.2 GB", shared ? kept : null,
            new() { ["recall@20"] = figures.Recall, ["ndcg@20"] = figures.Ndcg, ["fit_seconds"] = figures.Fit, ["rank_seconds"] = figures.Rank, ["peak_mb"] = figures.PeakMb }));
    }

    private static Figures Measure(Ask ask)
    {
        var (train, test) = SharedData.Split(ask);
        var all = LightGcnFile.Read(train);
        var settings = new GraphSettings();
        var watch = Stopwatch.StartNew();
        var model = GraphFilter.Fit(Interactions.Of(all.Max(i => i.Creator) + 1, all.Max(i => i.Product) + 1, all), settings);
        var fit = watch.Elapsed.TotalSeconds;
        var top = model.Top([.. Enumerable.Range(0, model.Interactions.Creators)], TopScore.Count);
        var rank = watch.Elapsed.TotalSeconds - fit;
        var wanted = LightGcnFile.Read(test).GroupBy(i => i.Creator).OrderBy(g => g.Key).ToArray();
        var score = TopScore.Of([.. wanted.Select(g => g.Key < top.Length ? top[g.Key] : [])], [.. wanted.Select(g => g.Select(i => i.Product).ToHashSet())]);
        return new Figures(Math.Round(score.Recall, 5), Math.Round(score.Ndcg, 5), Math.Round(fit, 2), Math.Round(rank, 2), Math.Round(Child.PeakMb(Environment.ProcessId)), Describe(model));
    }

    private static string Describe(GraphModel model) => string.Create(CultureInfo.InvariantCulture,
        $"shape {model.Settings.Shape.Name}, rank {model.Rank}, creator damping {model.Settings.CreatorDamping}, history damping {model.Settings.HistoryDamping}, offer damping {model.Settings.OfferDamping}, neighbours {model.Settings.Neighbours}, weights {model.Settings.Weights}");

    // Among other benchmarks the highest memory would be theirs.
    private static async Task<Figures> InOwnProcess()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(MatchBenchmark).Assembly.Location, "match", "--json"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var answer = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync()).RootElement;
        await process.WaitForExitAsync();
        double Number(string name) => answer.GetProperty(name).GetDouble();
        return new Figures(Number("recall@20"), Number("ndcg@20"), Number("fit_seconds"), Number("rank_seconds"), Number("peak_mb"), answer.GetProperty("settings").GetString()!);
    }
}
