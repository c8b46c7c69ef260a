namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>Log-odds set straight by one slope and one shift (Platt, 1999), with his half-counted ends against certainty.</summary>
public sealed record Platt(double Slope, double Shift)
{
    /// <exception cref="ArgumentException">Nothing to learn from, labels other than 0 and 1, or a number that is not finite.</exception>
    public static Platt Fit(IReadOnlyList<double> logOdds, IReadOnlyList<double> labels)
    {
        Pairs.Check(logOdds, labels);
        Pairs.Binary(labels);
        var yes = labels.Sum();
        var (high, low) = ((yes + 1) / (yes + 2), 1 / (labels.Count - yes + 2));
        var table = new FeatureTable(["log-odds"], logOdds.Count);
        foreach (var score in logOdds) table.Add([score]);
        var model = LogisticModel.Fit(table, [.. labels.Select(l => l > 0 ? high : low)], penalty: 1e-6);
        var shift = model.LogOdds([0]);
        return new Platt(model.LogOdds([1]) - shift, shift);
    }

    public double Probability(double logOdds) => LogisticModel.Sigmoid(Slope * logOdds + Shift);
}
