namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>Scores turned into rates by the best rising steps (pool adjacent violators, Ayer and others 1955; Zadrozny and Elkan 2002), straight between them.</summary>
public sealed class Isotonic
{
    private readonly double[] _scores, _rates;

    private Isotonic(double[] scores, double[] rates) => (_scores, _rates) = (scores, rates);

    /// <exception cref="ArgumentException">Nothing to learn from, or a number that is not finite.</exception>
    public static Isotonic Fit(IReadOnlyList<double> scores, IReadOnlyList<double> labels)
    {
        Pairs.Check(scores, labels);
        List<(double Score, double Sum, double Count)> blocks = [];
        foreach (var same in scores.Zip(labels).GroupBy(p => p.First).OrderBy(g => g.Key))
        {
            var (score, sum, count) = (same.Key, same.Sum(p => p.Second), (double)same.Count());
            score *= count;
            while (blocks.Count > 0 && blocks[^1].Sum / blocks[^1].Count >= sum / count)
            {
                var last = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                (score, sum, count) = (score + last.Score, sum + last.Sum, count + last.Count);
            }
            blocks.Add((score, sum, count));
        }
        return new Isotonic([.. blocks.Select(b => b.Score / b.Count)], [.. blocks.Select(b => b.Sum / b.Count)]);
    }

    public double Rate(double score)
    {
        var at = Array.BinarySearch(_scores, score);
        if (at >= 0) return _rates[at];
        at = ~at;
        if (at == 0) return _rates[0];
        if (at == _scores.Length) return _rates[^1];
        var share = (score - _scores[at - 1]) / (_scores[at] - _scores[at - 1]);
        return _rates[at - 1] + share * (_rates[at] - _rates[at - 1]);
    }
}
