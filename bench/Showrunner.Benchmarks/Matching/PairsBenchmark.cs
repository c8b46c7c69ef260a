using System.Globalization;
using Showrunner.Engine.Matching.Outcomes;

namespace Showrunner.Benchmarks.Matching;

/// <summary>
/// Which creators, seen before the split, begin with which product after it: recall and discounted gain of the first twenty of each product's ranking, averaged over the products.
/// The ranker sees nothing of the split's day or later.
/// </summary>
internal static class PairsBenchmark
{
    private const int Top = 20;

    private sealed record Score(double Recall, double Ndcg, int Products, int Pairs)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"recall@20 {Recall:0.0000}, ndcg@20 {Ndcg:0.0000}; {Products} products, {Pairs} pairs");
    }

    public static Task Run(Ask ask)
    {
        var (history, split) = SharedData.Seller(ask);
        var features = new PairFeatures(history);
        if (ask.Validate)
            foreach (var (back, days) in new[] { (45, 28), (31, 31), (24, 24), (17, 17) })
                Ask.Say($"validation: split {back} days earlier, new pairs of {days} days: {Of(features, split - back, split - back + days)}");
        var score = Of(features, split, int.MaxValue);
        var figures = new Dictionary<string, object> { ["recall@20"] = Math.Round(score.Recall, 4), ["ndcg@20"] = Math.Round(score.Ndcg, 4), ["test_products"] = score.Products, ["test_pairs"] = score.Pairs };
        var shared = SharedData.IsShared(ask);
        if (ask.Json && ask.Name == "pairs") SharedData.Print(figures);
        else ask.Results.Add(new Result("new pairs: creators ranked for a product", score.ToString(),
            shared ? "published: popularity 0.2782 / 0.2435, popularity in the category 0.3244 / 0.2109, item-based 0.0867 / 0.0656, logistic regression 0.328 / 0.272" : "–",
            null, "≥ 0.40 and ≥ 0.32", shared ? score.Recall >= 0.40 && score.Ndcg >= 0.32 : null, figures.ToDictionary(f => f.Key, f => Convert.ToDouble(f.Value, CultureInfo.InvariantCulture))));
        return Task.CompletedTask;
    }

    private static Score Of(PairFeatures features, int split, int end)
    {
        var ranker = PairRanker.Train(features, split, new RankerOptions()) ?? throw new InvalidDataException("Before the split no new pair began, so there is nothing to learn from.");
        var snapshot = features.At(split);
        var begun = PairRanker.Begun(features.History, snapshot, split, end);
        if (begun.Count == 0) throw new InvalidDataException("After the split no new pair began, so there is nothing to measure.");
        var hits = begun.Select(b => (b.Value.Count, Hits: ranker.Rank(snapshot, b.Key, Top).Select(r => b.Value.Contains(r.Creator)).ToArray())).ToArray();
        return new Score(hits.Average(h => Measures.Recall(h.Hits, h.Count, Top)), hits.Average(h => Measures.Ndcg(h.Hits, h.Count, Top)), begun.Count, begun.Values.Sum(t => t.Count));
    }
}
