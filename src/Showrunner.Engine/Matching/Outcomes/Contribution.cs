namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>What one feature adds to a score.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Value">What it was.</param>
/// <param name="Amount">In the model's own scale: log-odds, or the logarithm of an amount.</param>
public readonly record struct Contribution(string Feature, double Value, double Amount);

/// <summary>A score with its parts.</summary>
/// <param name="Base">What the average case scores.</param>
/// <param name="Parts">In the order of the features; base and parts add up to the score.</param>
public sealed record Explanation(double Base, IReadOnlyList<Contribution> Parts)
{
    public double Score { get; } = Base + Parts.Sum(p => p.Amount);

    /// <summary>Two explanations of the same case by the same features, the second counting with a share.</summary>
    internal static Explanation Mix(Explanation one, Explanation other, double share) => new((1 - share) * one.Base + share * other.Base,
        [.. one.Parts.Zip(other.Parts, (a, b) => a with { Amount = (1 - share) * a.Amount + share * b.Amount })]);

    /// <summary>The parts that say most, whichever way they point.</summary>
    public IEnumerable<Contribution> Strongest(int count) => Parts.OrderByDescending(p => Math.Abs(p.Amount)).ThenBy(p => p.Feature, StringComparer.Ordinal).Take(count);
}
