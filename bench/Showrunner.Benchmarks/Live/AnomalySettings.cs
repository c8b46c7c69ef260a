using System.Globalization;
using Showrunner.Engine.Live.Streams;

namespace Showrunner.Benchmarks.Live;

/// <summary>How the scores move with the settings: on drawn series, by which they were chosen, and on the given ones, by which they were not.</summary>
internal static class AnomalySettings
{
    private const int Seed = 5, Each = 20;

    public static void Print(NabCorpus given)
    {
        var drawn = given with { Series = DrawnSeries.Of(Seed, Each) };
        Console.Out.WriteLine($"| setting | drawn: {string.Join(" / ", given.Profiles.Select(p => p.Name))} | given |\n|---|---|---|");
        var usual = new WatchSettings();
        (string Name, WatchSettings Settings)[] rows =
        [
            ("as it is", usual),
            .. new[] { 1000, 4000 }.Select(n => ($"memory {n}", usual with { Memory = n })),
            .. new[] { 75, 150, 600 }.Select(n => ($"quiet {n}", usual with { Quiet = n })),
            .. new[] { (3, 18), (3, 36), (12, 72) }.Select(n => ($"stretches {n.Item1} and {n.Item2}", usual with { Short = n.Item1, Long = n.Item2 })),
        ];
        foreach (var (name, settings) in rows) Console.Out.WriteLine($"| {name} | {Of(drawn, settings)} | {Of(given, settings)} |");
        Console.Out.WriteLine();
    }

    private static string Of(NabCorpus corpus, WatchSettings settings)
    {
        var scores = AnomalyBenchmark.Scores(corpus.Series, settings);
        return string.Join(" / ", corpus.Profiles.Select(p => NabScore.Of(corpus.Series, scores, p).Normalised.ToString("0.0", CultureInfo.InvariantCulture)));
    }
}
