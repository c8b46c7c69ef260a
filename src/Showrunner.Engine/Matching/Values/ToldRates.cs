using Showrunner.Engine.Matching.Outcomes;

namespace Showrunner.Engine.Matching.Values;

/// <summary>
/// What the marketplace says of how often creators post, as far as it proves true: set straight by what all of them together did, and worth as many samples as
/// foretell best what each did with a sample when that one is left out.
/// </summary>
internal sealed class ToldRates
{
    private const double Least = 0.02;
    private static readonly double[] Weights = [0.5, 1, 2, 4, 8, 16, 32, 64, 128];
    private readonly double times, weight;

    private ToldRates(double times, double weight) => (this.times, this.weight) = (times, weight);

    /// <param name="reliability">Samples that a creator posted about, and those he got.</param>
    public static ToldRates Of(RateShrinkage all, MarketFacts facts, Func<int, (double Posted, double Samples)> reliability)
    {
        var known = Enumerable.Range(0, facts.Creators.Count).Where(c => facts.Creators[c].PostRate is > 0).Select(c => (Told: facts.Creators[c].PostRate!.Value, Did: reliability(c))).Where(c => c.Did.Samples >= 1)
            .Select(c => (c.Told, c.Did.Posted, c.Did.Samples)).Order().ToArray();
        // One sample of all keeps the share of few from being none.
        var (did, said) = (known.Sum(c => c.Posted) + all.Mean, known.Sum(c => c.Told * c.Samples) + all.Mean);
        var times = did / said;
        return Weights.Select(w => new ToldRates(times, w)).MaxBy(t => known.Sum(c => t.Fit(all, c.Told, c.Posted, c.Samples)))!;
    }

    /// <summary>Expected true rate of one who posted so often.</summary>
    public double Rate(RateShrinkage all, double? told, double did, double of) => told is { } share ? (did + weight * Math.Clamp(times * share, Least, 1 - Least)) / (of + weight) : all.Rate(did, of);

    /// <summary>Log-likelihood of his samples, each foretold from the others.</summary>
    private double Fit(RateShrinkage all, double told, double did, double of) =>
        (did >= 1 ? did * Math.Log(Rate(all, told, did - 1, of - 1)) : 0) + (of - did >= 1 ? (of - did) * Math.Log(1 - Rate(all, told, did, of - 1)) : 0);
}
