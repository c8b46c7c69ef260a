namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>
/// How far means of few cases are drawn to that of the peers, by the spread within one and between them (Bühlmann, 1967; Bühlmann and Straub, 1970).
/// Amounts with long tails are better handed over as logarithms.
/// </summary>
public sealed class MeanShrinkage
{
    private MeanShrinkage(double mean, double weight, double within) => (Mean, Weight, Within) = (mean, weight, within);

    public double Mean { get; }

    /// <summary>How many cases the peers count for: infinite where the peers do not differ.</summary>
    public double Weight { get; }

    /// <summary>Variance of single cases of the same one.</summary>
    public double Within { get; }

    /// <param name="peers">The cases of each; empty ones say nothing. With none at all the mean is 0 and counts for one case.</param>
    /// <exception cref="ArgumentException">A case that is not finite.</exception>
    public static MeanShrinkage Of(IEnumerable<IReadOnlyList<double>> peers)
    {
        var known = peers.Where(p => p.Count > 0).Select(p => (Count: (double)p.Count, Mean: Finite(p).Average(), Squares: p.Sum(v => (v - p.Average()) * (v - p.Average()))))
            .OrderBy(p => p.Count).ThenBy(p => p.Mean).ThenBy(p => p.Squares).ToArray();
        if (known.Length == 0) return new MeanShrinkage(0, 1, 0);
        var (count, groups) = (known.Sum(p => p.Count), known.Length);
        var mean = known.Sum(p => p.Count * p.Mean) / count;
        var within = count > groups ? known.Sum(p => p.Squares) / (count - groups) : 0;
        var free = count - known.Sum(p => p.Count * p.Count) / count;
        var between = free > 0 ? (known.Sum(p => p.Count * Math.Pow(p.Mean - mean, 2)) - (groups - 1) * within) / free : 0;
        var weight = between > 1e-12 * (1 + mean * mean) ? within / between : count > groups ? double.PositiveInfinity : 1;
        return new MeanShrinkage(mean, weight, within);
    }

    /// <returns>The expected true mean.</returns>
    public double Expected(double sum, double count)
    {
        if (!double.IsFinite(sum) || !(count >= 0 && double.IsFinite(count))) throw new ArgumentException($"A sum of {sum} over {count} cases is no mean.", nameof(sum));
        return count == 0 || double.IsPositiveInfinity(Weight) ? Mean : (sum + Mean * Weight) / (count + Weight);
    }

    private static IReadOnlyList<double> Finite(IReadOnlyList<double> cases) =>
        cases.All(double.IsFinite) ? cases : throw new ArgumentException("A case is not a finite number.", nameof(cases));
}
