namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>
/// How far rates of few cases are drawn to those of the peers: each one's true rate is thought to be drawn from a beta distribution whose mean and
/// weight come from all of them (empirical Bayes; moments after Kleinman, 1973).
/// </summary>
public sealed class RateShrinkage
{
    private const double Least = 1, Most = 1e4;

    private RateShrinkage(double mean, double weight) => (Mean, Weight) = (mean, weight);

    /// <summary>The peers' rate, 0 to 1.</summary>
    public double Mean { get; }

    /// <summary>How many cases the peers count for.</summary>
    public double Weight { get; }

    /// <param name="peers">Successes and trials of each; those without trials say nothing. With none at all the rate is a half, worth one case.</param>
    /// <exception cref="ArgumentException">More successes than trials, or something negative or not finite.</exception>
    public static RateShrinkage Of(IEnumerable<(double Successes, double Trials)> peers)
    {
        var known = peers.Where(p => Checked(p).Trials > 0).OrderBy(p => p.Trials).ThenBy(p => p.Successes).ToArray();
        if (known.Length == 0) return new RateShrinkage(0.5, Least);
        var trials = known.Sum(p => p.Trials);
        // Half a success and half a failure, so that a rate of exactly 0 or 1 is never certain.
        var mean = (known.Sum(p => p.Successes) + 0.5) / (trials + 1);
        var free = trials - known.Sum(p => p.Trials * p.Trials) / trials;
        if (known.Length < 2 || free <= 0) return new RateShrinkage(mean, Math.Max(Least, Math.Min(trials, 10)));
        var spread = known.Sum(p => p.Trials * Math.Pow(p.Successes / p.Trials - mean, 2));
        var chance = mean * (1 - mean);
        var correlation = (spread / chance - (known.Length - 1)) / (free - (known.Length - 1));
        return new RateShrinkage(mean, correlation > 0 ? Math.Clamp(1 / correlation - 1, Least, Most) : Most);
    }

    /// <returns>The expected true rate, 0 to 1.</returns>
    public double Rate(double successes, double trials) => (Checked((successes, trials)).Successes + Mean * Weight) / (trials + Weight);

    /// <summary>Standard deviation of the true rate about <see cref="Rate"/>.</summary>
    public double Error(double successes, double trials) => Rate(successes, trials) is var rate ? Math.Sqrt(rate * (1 - rate) / (trials + Weight + 1)) : 0;

    private static (double Successes, double Trials) Checked((double Successes, double Trials) rate) =>
        rate.Successes >= 0 && rate.Trials >= rate.Successes && double.IsFinite(rate.Trials) ? rate
            : throw new ArgumentException($"{rate.Successes} of {rate.Trials}: successes lie between 0 and the trials.", nameof(rate));
}
