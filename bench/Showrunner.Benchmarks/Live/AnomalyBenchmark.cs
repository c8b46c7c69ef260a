using System.Diagnostics;
using System.Globalization;
using Showrunner.Benchmarks.Matching;
using Showrunner.Engine.Live.Streams;

namespace Showrunner.Benchmarks.Live;

/// <summary>The watch of streams on labelled series, scored as the Numenta anomaly benchmark does, beside two of its published entries on the same series.</summary>
internal static class AnomalyBenchmark
{
    private const string Hint = "name a folder with --data and combined_windows.json with --windows";

    public static Task Run(Ask ask)
    {
        var data = ask.Files.GetValueOrDefault("data") ?? SharedData.Find("nab", "nab_part.tar.gz", Hint);
        var windows = ask.Files.GetValueOrDefault("windows") ?? (ask.Files.ContainsKey("data") ? throw new InvalidDataException("Own data needs --windows too.") : SharedData.Find("nab", "combined_windows.json", Hint));
        var corpus = NabCorpus.Read(data, windows, ask.Files.GetValueOrDefault("profiles"));
        var watch = Stopwatch.StartNew();
        var ours = Scores(corpus.Series, new WatchSettings());
        var seconds = watch.Elapsed.TotalSeconds;
        var told = Scores(corpus.Series, new WatchSettings(), watched => watched.Alarm ? 1 : 0);
        var gaussian = corpus.Series.Select(s => WindowedGaussian.Scores(s.Values)).ToArray();
        var check = NabCheck.Of(corpus, gaussian);
        Ask.Say(string.Create(CultureInfo.InvariantCulture, $"scoring checked: nothing said {check.Null:0.00}, all hit {check.Perfect:0.00}, furthest from a published series {check.Published:0.00000}"));
        var scores = new List<object>();
        foreach (var profile in corpus.Profiles)
        {
            var (one, floor, forest) = (NabScore.Of(corpus.Series, ours, profile), NabScore.Of(corpus.Series, gaussian, profile), NabPublished.RandomCutForest(corpus.Series, profile));
            var untuned = NabScore.Of(corpus.Series, told, profile, threshold: 1).Normalised;
            scores.Add(new { profile = profile.Name, score = one.Normalised, threshold = double.IsFinite(one.Threshold) ? one.Threshold : (double?)null, score_at_own_threshold = untuned, windows_hit = one.Hit, false_alarms = one.FalseAlarms, windowed_gaussian = floor.Normalised, random_cut_forest = forest });
            ask.Results.Add(new Result($"anomalies, {profile.Name}", string.Create(CultureInfo.InvariantCulture, $"{one.Normalised:0.0}; {one.Hit} of {corpus.Series.Sum(s => s.Windows.Length)} windows, {one.FalseAlarms} rows told outside; threshold {one.Threshold:0.000}; {untuned:0.0} at the threshold it has by itself"),
                string.Create(CultureInfo.InvariantCulture, $"windowed Gaussian {floor.Normalised:0.0}, random cut forest {forest:0.0}"), null, "above both", check.Holds && one.Normalised > floor.Normalised && one.Normalised > (forest ?? double.NegativeInfinity),
                new() { ["score"] = one.Normalised, ["windowed_gaussian"] = floor.Normalised, ["score_at_own_threshold"] = untuned }));
        }
        if (ask.Validate) AnomalySettings.Print(corpus);
        ask.Answer = new { benchmark = "anomaly", series = corpus.Series.Count, rows = corpus.Series.Sum(s => s.Values.Length), windows = corpus.Series.Sum(s => s.Windows.Length), scores, check, seconds, settings = new WatchSettings() };
        return Task.CompletedTask;
    }

    public static double[][] Scores(IReadOnlyList<NabSeries> series, WatchSettings settings, Func<Watched, double>? of = null) => [.. series.Select(s =>
    {
        var watch = new StreamWatch(settings);
        return s.Values.Select((value, i) => watch.Add(s.At[i], value) is var watched && of is not null ? of(watched) : watched.Score).ToArray();
    })];
}
