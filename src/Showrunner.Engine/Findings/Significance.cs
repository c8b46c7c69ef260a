using MathNet.Numerics.Distributions;

namespace Showrunner.Engine.Findings;

/// <summary>How surprising a deviation is, and which of many are worth telling.</summary>
public static class Significance
{
    /// <summary>Probability of a deviation at least as large, either way, if nothing had changed.</summary>
    /// <param name="z">Deviation in its standard errors.</param>
    /// <param name="freedom">Degrees of freedom of the estimated error, at least 1; few of them make surprises rarer.</param>
    /// <returns>0 to 1.</returns>
    public static double TwoSided(double z, double freedom) => double.IsNaN(z) ? 1 : Math.Min(1, 2 * StudentT.CDF(0, 1, Math.Max(1, freedom), -Math.Abs(z)));

    /// <summary>
    /// Of many tests made at once, those to believe when at most the share <paramref name="rate"/> of them may be false:
    /// the step-up procedure of Benjamini and Hochberg (1995).
    /// </summary>
    /// <param name="probabilities">One per test, 0 to 1.</param>
    /// <param name="rate">Share of false ones among those believed, e.g. 0.05.</param>
    /// <returns>True for each test to believe, in the order given.</returns>
    public static bool[] Believed(IReadOnlyList<double> probabilities, double rate)
    {
        var order = Enumerable.Range(0, probabilities.Count).OrderBy(i => probabilities[i]).ToArray();
        var believed = new bool[probabilities.Count];
        var last = -1;
        for (var rank = 0; rank < order.Length; rank++)
            if (probabilities[order[rank]] <= rate * (rank + 1) / order.Length) last = rank;
        for (var rank = 0; rank <= last; rank++) believed[order[rank]] = true;
        return believed;
    }
}
