using MathNet.Numerics.LinearAlgebra;

namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>Loss of one case at a linear score, with its first and second derivative.</summary>
internal delegate (double Loss, double Slope, double Curve) Loss(double score, double label);

/// <summary>
/// Newton's method with step halving for a penalised convex loss of a linear score (iteratively reweighted least squares,
/// McCullagh and Nelder 1989; ridge penalty, le Cessie and van Houwelingen 1992). Column 0 is the intercept and is not penalised.
/// </summary>
internal static class LinearFit
{
    private const int Most = 60;

    /// <returns>Intercept and coefficients in the scaled columns, and the inverse of the penalised curvature with the slopes' outer product.</returns>
    public static (double[] Coefficients, Matrix<double> Inverse, Matrix<double> Slopes) Solve(FeatureTable table, Scaling scaling, IReadOnlyList<double> labels, IReadOnlyList<double>? weights, double penalty, double start, Loss loss)
    {
        if (!(penalty > 0 && double.IsFinite(penalty))) throw new ArgumentOutOfRangeException(nameof(penalty), penalty, "A penalty is more than 0 and finite.");
        var width = table.Width + 1;
        var order = Order(table, labels, weights);
        var coefficients = new double[width];
        coefficients[0] = start;
        var (value, gradient, curve, _) = Derivatives(coefficients);
        for (var round = 0; round < Most; round++)
        {
            var step = curve.Cholesky().Solve(gradient);
            var gain = step.DotProduct(gradient);
            if (!(gain > 1e-12 * (1 + Math.Abs(value)))) break;
            var (size, better) = (1.0, false);
            for (var halved = 0; halved < 40 && !better; halved++, size /= 2)
            {
                var tried = coefficients.Select((c, i) => c - size * step[i]).ToArray();
                var there = Value(tried);
                if (!(there <= value - 1e-4 * size * gain)) continue;
                (coefficients, better) = (tried, true);
            }
            if (!better) break;
            (value, gradient, curve, _) = Derivatives(coefficients);
        }
        var (_, _, last, slopes) = Derivatives(coefficients);
        return (coefficients, last.Inverse(), slopes);

        double Score(ReadOnlySpan<double> x, double[] at)
        {
            var score = at[0];
            for (var c = 0; c < x.Length; c++) score += at[c + 1] * x[c];
            return score;
        }

        double Value(double[] at)
        {
            var sum = 0.0;
            var x = new double[table.Width];
            foreach (var i in order)
            {
                scaling.Apply(table[i], x);
                sum += (weights?[i] ?? 1) * loss(Score(x, at), labels[i]).Loss;
            }
            return sum + penalty / 2 * at.Skip(1).Sum(c => c * c);
        }

        (double Value, Vector<double> Gradient, Matrix<double> Curve, Matrix<double> Slopes) Derivatives(double[] at)
        {
            var (sum, gradient, curve, slopes) = (0.0, new double[width], new double[width * width], new double[width * width]);
            var x = new double[width];
            x[0] = 1;
            foreach (var i in order)
            {
                scaling.Apply(table[i], x.AsSpan(1));
                var weight = weights?[i] ?? 1;
                if (weight == 0) continue;
                var (l, s, h) = loss(Score(x.AsSpan(1), at), labels[i]);
                sum += weight * l;
                for (var a = 0; a < width; a++)
                {
                    if (x[a] == 0) continue;
                    gradient[a] += weight * s * x[a];
                    var (curved, sloped) = (weight * h * x[a], weight * weight * s * s * x[a]);
                    for (var b = 0; b <= a; b++)
                    {
                        curve[a * width + b] += curved * x[b];
                        slopes[a * width + b] += sloped * x[b];
                    }
                }
            }
            for (var a = 1; a < width; a++)
            {
                sum += penalty / 2 * at[a] * at[a];
                gradient[a] += penalty * at[a];
                curve[a * width + a] += penalty;
            }
            // An intercept on a plateau would leave nothing to invert.
            curve[0] += 1e-9;
            for (var a = 0; a < width; a++)
                for (var b = 0; b < a; b++)
                    (curve[b * width + a], slopes[b * width + a]) = (curve[a * width + b], slopes[a * width + b]);
            return (sum, Vector<double>.Build.Dense(gradient), Matrix<double>.Build.Dense(width, width, curve), Matrix<double>.Build.Dense(width, width, slopes));
        }
    }

    /// <summary>Rows in an order that their content alone decides, so that sums do not depend on how they came.</summary>
    internal static int[] Order(FeatureTable table, IReadOnlyList<double> labels, IReadOnlyList<double>? weights)
    {
        var order = Enumerable.Range(0, table.Count).ToArray();
        Array.Sort(order, (a, b) =>
        {
            var by = labels[a].CompareTo(labels[b]);
            if (by == 0 && weights is not null) by = weights[a].CompareTo(weights[b]);
            return by != 0 ? by : table[a].SequenceCompareTo(table[b]);
        });
        return order;
    }
}
