using MathNet.Numerics;

namespace Showrunner.Benchmarks.Live;

/// <summary>
/// The benchmark's simplest entry, by its published definition: one minus the tail of a normal distribution with mean and deviation of the last 6,400 values,
/// reckoned anew with every value until there are so many and then with every hundredth.
/// </summary>
internal static class WindowedGaussian
{
    private const int Window = 6400, Step = 100;

    public static double[] Scores(double[] values)
    {
        var scores = new double[values.Length];
        var (mean, deviation, seen) = (0.0, 1.0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0) scores[i] = 1 - 0.5 * SpecialFunctions.Erfc(Math.Abs(values[i] - mean) / deviation / Math.Sqrt(2));
            if (i >= Window && (i - Window + 1) % Step != 0) continue;
            seen = i + 1;
            var window = values.AsSpan(Math.Max(0, seen - Window), Math.Min(seen, Window));
            (mean, deviation) = Moments(window);
        }
        return scores;
    }

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<double> values)
    {
        var mean = 0.0;
        foreach (var value in values) mean += value;
        mean /= values.Length;
        var squares = 0.0;
        foreach (var value in values) squares += (value - mean) * (value - mean);
        var deviation = Math.Sqrt(squares / values.Length);
        return (mean, deviation == 0 ? 1e-6 : deviation);
    }
}
