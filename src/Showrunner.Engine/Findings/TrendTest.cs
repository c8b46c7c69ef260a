namespace Showrunner.Engine.Findings;

/// <summary>
/// Has a whole left its own path? The logarithms of its history follow a line through their medians (Theil 1950, Sen 1968), which one
/// exceptional period does not bend; the usual error is the median distance from it.
/// </summary>
public static class TrendTest
{
    /// <summary>A normal standard deviation in median absolute deviations.</summary>
    internal const double NormalPerMedian = 1.4826;

    /// <param name="history">Sums of equal periods, oldest first, more than 0 each; at least 6, else nothing is believed.</param>
    /// <param name="observed">The sum of the period under test, which follows the last one.</param>
    /// <param name="leastError">An error that is always to be reckoned with, as a share, e.g. 0.03.</param>
    public static Verdict Of(IReadOnlyList<double> history, double observed, double leastError)
    {
        if (history.Count < 6 || history.Any(y => y <= 0) || observed < 0) return new Verdict(observed, history.Count > 0 ? history[^1] : 0, 0, double.PositiveInfinity, 0, 1);
        var logs = history.Select(y => Math.Log(y)).ToArray();
        List<double> slopes = [];
        for (var i = 0; i < logs.Length; i++)
            for (var j = i + 1; j < logs.Length; j++) slopes.Add((logs[j] - logs[i]) / (j - i));
        var slope = Median(slopes);
        var level = Median([.. logs.Select((y, t) => y - slope * t)]);
        var residuals = logs.Select((y, t) => Math.Abs(y - level - slope * t)).ToList();
        var error = Math.Max(leastError, NormalPerMedian * Median(residuals)) * Math.Sqrt(1 + 4.0 / logs.Length);
        var ahead = level + slope * logs.Length;
        var score = (Math.Log(Math.Max(observed, 1e-9)) - ahead) / error;
        return new Verdict(observed, Math.Exp(ahead), Math.Exp(ahead - 2 * error), Math.Exp(ahead + 2 * error), score, Significance.TwoSided(score, logs.Length - 2));
    }

    internal static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
