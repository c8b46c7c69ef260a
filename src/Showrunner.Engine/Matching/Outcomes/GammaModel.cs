using MathNet.Numerics.LinearAlgebra;

namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>An expected amount and where 19 of 20 such expectations lie.</summary>
public readonly record struct AmountEstimate(double Mean, double Low, double High);

/// <summary>
/// An expected amount as the exponential of a weighted sum, its spread in proportion to it (gamma regression with logarithmic link,
/// McCullagh and Nelder 1989). Amounts may be zero, as sales are: then this is a quasi-likelihood, whose errors come from the residuals themselves
/// (White, 1980) and not from the distribution.
/// </summary>
public sealed class GammaModel
{
    private readonly Scaling _scaling;
    private readonly Matrix<double> _covariance;

    private GammaModel(IReadOnlyList<string> names, Scaling scaling, double[] coefficients, Matrix<double> covariance, double unit, double dispersion)
    {
        (Names, _scaling, _covariance, Dispersion) = (names, scaling, covariance, dispersion);
        (Intercept, Coefficients) = (coefficients[0] + Math.Log(unit), coefficients[1..]);
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Logarithm of the average case's amount.</summary>
    public double Intercept { get; }

    /// <summary>Per standard deviation of each feature, in the logarithm of the amount.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>Mean squared relative error of single amounts: their variance is this times the squared expectation.</summary>
    public double Dispersion { get; }

    /// <param name="amounts">0 or more each, in any unit, at least one more than 0.</param>
    /// <param name="penalty">More than 0, on squared coefficients.</param>
    /// <exception cref="ArgumentException">No rows, no amount above 0, or amounts or weights that do not fit.</exception>
    public static GammaModel Fit(FeatureTable table, IReadOnlyList<double> amounts, IReadOnlyList<double>? weights = null, double penalty = 1)
    {
        table.Check(amounts, weights, 0, double.MaxValue);
        double total = 0, all = 0;
        for (var i = 0; i < amounts.Count; i++) (total, all) = (total + (weights?[i] ?? 1) * amounts[i], all + (weights?[i] ?? 1));
        if (!(total > 0)) throw new ArgumentException("Every amount is zero; there is nothing to learn an amount from.", nameof(amounts));
        var unit = total / all;
        var scaled = amounts.Select(a => a / unit).ToArray();
        var scaling = Scaling.Of(table, weights);
        var (coefficients, inverse, slopes) = LinearFit.Solve(table, scaling, scaled, weights, penalty, 0, (score, amount) =>
            (amount * Math.Exp(-score) + score, 1 - amount * Math.Exp(-score), Math.Max(1e-6, amount * Math.Exp(-score))));
        var model = new GammaModel(table.Names, scaling, coefficients, inverse * slopes * inverse, unit, 0);
        double error = 0;
        for (var i = 0; i < amounts.Count; i++) error += (weights?[i] ?? 1) * Math.Pow(amounts[i] / model.Mean(table[i]) - 1, 2);
        return new GammaModel(table.Names, scaling, coefficients, model._covariance, unit, error / all);
    }

    /// <returns>The logarithm of the expected amount.</returns>
    public double LogMean(ReadOnlySpan<double> row)
    {
        FeatureTable.Check(row, Names);
        var score = Intercept;
        for (var c = 0; c < row.Length; c++) score += Coefficients[c] * (row[c] - _scaling.Means[c]) * _scaling.PerUnit[c];
        return score;
    }

    public double Mean(ReadOnlySpan<double> row) => Math.Exp(LogMean(row));

    /// <summary>With the interval of the expectation, not of a single amount: that spreads by <see cref="Dispersion"/>.</summary>
    public AmountEstimate Estimate(ReadOnlySpan<double> row)
    {
        var score = LogMean(row);
        var x = new double[row.Length + 1];
        x[0] = 1;
        _scaling.Apply(row, x.AsSpan(1));
        var at = Vector<double>.Build.Dense(x);
        var error = Math.Sqrt(Math.Max(0, at.DotProduct(_covariance * at)));
        return new AmountEstimate(Math.Exp(score), Math.Exp(score - 1.96 * error), Math.Exp(score + 1.96 * error));
    }

    /// <summary>In the logarithm of the amount: each part multiplies the expectation by its exponential.</summary>
    public Explanation Explain(ReadOnlySpan<double> row)
    {
        FeatureTable.Check(row, Names);
        var parts = new Contribution[row.Length];
        for (var c = 0; c < row.Length; c++) parts[c] = new Contribution(Names[c], row[c], Coefficients[c] * (row[c] - _scaling.Means[c]) * _scaling.PerUnit[c]);
        return new Explanation(Intercept, parts);
    }
}
