using System.Globalization;
using Showrunner.Engine.Matching.Outcomes;

namespace Showrunner.Benchmarks.Matching;

/// <summary>
/// Will a video sell? Asked at the moment it is posted, after the split, of a forecast that learned from videos before it. The outcome of any earlier video, as a
/// feature and as a lesson, is used only once its 28 days are over: the forecast learns anew every week from what has become known, never from a video after the split.
/// </summary>
internal static class SalesBenchmark
{
    private const int Week = 7;

    private sealed record Score(double Auc, double Precision, double Base, int Videos)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"auc {Auc:0.0000}, average precision {Precision:0.0000}; {Videos} videos, {Base:0.0%} sold");
    }

    public static Task Run(Ask ask)
    {
        var (history, split) = SharedData.Seller(ask);
        var rows = PostFeatures.Of(history);
        if (ask.Validate)
            foreach (var back in new[] { 38, 31, 21 })
            {
                Ask.Say($"validation: split {back} days earlier, lessons once known: {Of(history, rows, split - back, split, strictLessons: true)}");
                Ask.Say($"validation: split {back} days earlier, every lesson before it: {Of(history, rows, split - back, split, strictLessons: false)}");
            }
        var strict = Of(history, rows, split, int.MaxValue, strictLessons: true);
        Ask.Say($"Taught with the outcome of every video before the split, over or not (features stay strict): {Of(history, rows, split, int.MaxValue, strictLessons: false)}");
        var figures = new Dictionary<string, object> { ["auc"] = Math.Round(strict.Auc, 4), ["average_precision"] = Math.Round(strict.Precision, 4), ["base_rate"] = Math.Round(strict.Base, 4) };
        var shared = SharedData.IsShared(ask);
        if (ask.Json && ask.Name == "sales") SharedData.Print(figures);
        else ask.Results.Add(new Result("a video's sales, asked when it is posted", strict.ToString(), shared ? "published: gradient-boosted trees on a dozen features 0.802 / 0.324" : "–", null,
            "≥ 0.84 and ≥ 0.40", shared ? strict.Auc >= 0.84 && strict.Precision >= 0.40 : null, figures.ToDictionary(f => f.Key, f => Convert.ToDouble(f.Value, CultureInfo.InvariantCulture))));
        return Task.CompletedTask;
    }

    private static Score Of(MatchHistory history, FeatureTable rows, int split, int end, bool strictLessons)
    {
        var asked = Enumerable.Range(0, history.Events.Count).Where(i => history.Events[i].Day >= split && history.Events[i].Day < end).ToArray();
        if (asked.Length == 0) throw new InvalidDataException("After the split nothing was posted, so there is nothing to measure.");
        List<double> scores = [], labels = [];
        foreach (var week in asked.GroupBy(i => (history.Events[i].Day - split) / Week))
        {
            var forecast = SalesForecast.Train(history, rows, split, strictLessons ? split + week.Key * Week : int.MaxValue, new ForecastOptions());
            foreach (var i in week)
            {
                scores.Add(forecast?.LogOdds(rows[i]) ?? 0);
                labels.Add(history.Events[i].Units > 0 ? 1 : 0);
            }
        }
        return new Score(Measures.Auc(scores, labels), Measures.AveragePrecision(scores, labels), labels.Average(), labels.Count);
    }
}
