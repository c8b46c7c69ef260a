namespace Showrunner.Engine.Findings;

/// <summary>Days without a single count of something that usually has some.</summary>
/// <param name="First">Index of the first empty day.</param>
/// <param name="Last">Index of the last one.</param>
/// <param name="Expected">Counts that these days were to bring.</param>
/// <param name="Probability">Of so long a silence anywhere in the days looked at, if nothing had changed.</param>
public sealed record Silence(int First, int Last, double Expected, double Probability)
{
    public int Days => Last - First + 1;
}

/// <summary>
/// Is a run of empty days longer than chance makes? Counts vary like a Poisson variable whose mean itself varies (negative binomial), so
/// the probability of none is <c>φ^(−λ/(φ−1))</c> for a mean λ and a variance φ times as large, which is <c>e^−λ</c> for φ = 1; it is
/// multiplied by the number of days at which the run could have begun (Bonferroni).
/// </summary>
public static class SilenceTest
{
    /// <param name="counts">One per day, oldest first.</param>
    /// <param name="expected">What each day was to bring; same length.</param>
    /// <param name="dispersion">Variance per mean of the counts of a day, at least 1.</param>
    /// <param name="from">A run counts only if it reaches this day or a later one.</param>
    /// <returns>The least probable run; null when no day from there on is empty.</returns>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public static Silence? Of(IReadOnlyList<double> counts, IReadOnlyList<double> expected, double dispersion, int from)
    {
        if (counts.Count != expected.Count) throw new ArgumentException($"{counts.Count} counts for {expected.Count} days.", nameof(expected));
        Silence? best = null;
        for (var first = 0; first < counts.Count; first++)
        {
            if (counts[first] > 0 || (first > 0 && counts[first - 1] <= 0)) continue;
            var (last, sum) = (first, expected[first]);
            while (last + 1 < counts.Count && counts[last + 1] <= 0) sum += expected[++last];
            if (last < from) continue;
            var none = dispersion > 1.0001 ? Math.Pow(dispersion, -sum / (dispersion - 1)) : Math.Exp(-sum);
            var probability = Math.Min(1, none * counts.Count);
            if (best is null || probability < best.Probability) best = new Silence(first, last, sum, probability);
        }
        return best;
    }

    /// <summary>Variance per mean of daily counts around what was expected of them, at least 1.</summary>
    public static double Dispersion(IReadOnlyList<double> counts, IReadOnlyList<double> expected)
    {
        if (counts.Count != expected.Count) throw new ArgumentException($"{counts.Count} counts for {expected.Count} days.", nameof(expected));
        var pairs = counts.Zip(expected).Where(p => p.Second > 0).ToList();
        return pairs.Count < 2 ? 1 : Math.Max(1, pairs.Sum(p => (p.First - p.Second) * (p.First - p.Second) / p.Second) / (pairs.Count - 1));
    }
}
