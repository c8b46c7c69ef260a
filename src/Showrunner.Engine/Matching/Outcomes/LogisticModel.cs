namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>The probability of a yes as a logistic function of a weighted sum (Cox, 1958), with a ridge penalty on standardised features.</summary>
public sealed class LogisticModel
{
    private readonly Scaling _scaling;

    private LogisticModel(IReadOnlyList<string> names, Scaling scaling, double[] coefficients) =>
        (Names, _scaling, Intercept, Coefficients) = (names, scaling, coefficients[0], coefficients[1..]);

    public IReadOnlyList<string> Names { get; }

    /// <summary>Log-odds of the average case.</summary>
    public double Intercept { get; }

    /// <summary>Log-odds per standard deviation of each feature.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <param name="labels">0 to 1 each: no and yes, or a share.</param>
    /// <param name="weights">Not negative; null weighs all the same.</param>
    /// <param name="penalty">More than 0: half its product with the squared coefficients is added to the loss.</param>
    /// <exception cref="ArgumentException">No rows, or labels or weights that do not fit.</exception>
    public static LogisticModel Fit(FeatureTable table, IReadOnlyList<double> labels, IReadOnlyList<double>? weights = null, double penalty = 1)
    {
        table.Check(labels, weights, 0, 1);
        var scaling = Scaling.Of(table, weights);
        var (yes, all) = (0.0, 0.0);
        for (var i = 0; i < labels.Count; i++) (yes, all) = (yes + (weights?[i] ?? 1) * labels[i], all + (weights?[i] ?? 1));
        // Where all say the same, a half case of each keeps the odds finite.
        var share = (yes + 0.5) / (all + 1);
        if (yes <= 0 || yes >= all) return new LogisticModel(table.Names, scaling, [Math.Log(share / (1 - share)), .. new double[table.Width]]);
        return new LogisticModel(table.Names, scaling, LinearFit.Solve(table, scaling, labels, weights, penalty, Math.Log(share / (1 - share)), Loss).Coefficients);
    }

    public double LogOdds(ReadOnlySpan<double> row)
    {
        FeatureTable.Check(row, Names);
        var score = Intercept;
        for (var c = 0; c < row.Length; c++) score += Coefficients[c] * (row[c] - _scaling.Means[c]) * _scaling.PerUnit[c];
        return score;
    }

    /// <returns>0 to 1.</returns>
    public double Probability(ReadOnlySpan<double> row) => Sigmoid(LogOdds(row));

    /// <summary>Log-odds, feature by feature, against the average case.</summary>
    public Explanation Explain(ReadOnlySpan<double> row)
    {
        FeatureTable.Check(row, Names);
        var parts = new Contribution[row.Length];
        for (var c = 0; c < row.Length; c++) parts[c] = new Contribution(Names[c], row[c], Coefficients[c] * (row[c] - _scaling.Means[c]) * _scaling.PerUnit[c]);
        return new Explanation(Intercept, parts);
    }

    internal static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    private static (double, double, double) Loss(double score, double label)
    {
        var p = Sigmoid(score);
        return (Math.Max(score, 0) - score * label + Math.Log(1 + Math.Exp(-Math.Abs(score))), p - label, p * (1 - p));
    }
}
