using Showrunner.Engine.Matching.Graphs;
using Showrunner.Engine.Matching.Outcomes;

namespace Showrunner.Benchmarks.Matching;

/// <summary>Recall and discounted gain of the first twenty as LightGCN counts them: means over those who have something in the test.</summary>
internal readonly record struct TopScore(double Recall, double Ndcg)
{
    public const int Count = 20;

    /// <param name="wanted">What each of those ranked for has in the test.</param>
    public static TopScore Of(IReadOnlyList<Scored[]> top, IReadOnlyList<IReadOnlySet<int>> wanted)
    {
        var scores = top.Select((best, i) => (Hits: best.Select(b => wanted[i].Contains(b.Place)).ToArray(), wanted[i].Count)).ToArray();
        return new TopScore(scores.Average(s => Measures.Recall(s.Hits, s.Count, Count)), scores.Average(s => Measures.Ndcg(s.Hits, s.Count, Count)));
    }
}
