using System.Numerics;
using System.Runtime.InteropServices;

namespace Showrunner.Engine.Matching.Graphs;

/// <summary>The best few of many scores; of equal ones the first.</summary>
internal static class Picker
{
    /// <summary>What must not be picked has the score <see cref="float.NegativeInfinity"/>.</summary>
    public static Scored[] Best(ReadOnlySpan<float> scores, int count)
    {
        var best = new Scored[Math.Min(count, scores.Length)];
        if (best.Length == 0) return best;
        var (found, least, i) = (0, float.NegativeInfinity, 0);
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(scores);
        for (var v = 0; v < vectors.Length; v++, i += Vector<float>.Count)
        {
            if (!Vector.GreaterThanAny(vectors[v], new Vector<float>(least))) continue;
            for (var lane = 0; lane < Vector<float>.Count; lane++) Offer(best, ref found, ref least, i + lane, scores[i + lane]);
        }
        for (; i < scores.Length; i++) Offer(best, ref found, ref least, i, scores[i]);
        return found < best.Length ? best[..found] : best;
    }

    private static void Offer(Scored[] best, ref int found, ref float least, int place, float score)
    {
        if (!(score > least)) return;
        var at = found < best.Length ? found++ : best.Length - 1;
        for (; at > 0 && best[at - 1].Score < score; at--) best[at] = best[at - 1];
        best[at] = new Scored(place, score);
        if (found == best.Length) least = best[^1].Score;
    }
}
