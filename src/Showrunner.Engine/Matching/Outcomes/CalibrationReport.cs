namespace Showrunner.Engine.Matching.Outcomes;

/// <param name="Cases">How many cases it holds.</param>
/// <param name="Predicted">Their mean prediction.</param>
/// <param name="Observed">Their mean outcome.</param>
public readonly record struct CalibrationBand(int Cases, double Predicted, double Observed);

/// <summary>Do predictions come true? Works for probabilities and for amounts.</summary>
/// <param name="Slope">Of outcome on prediction: for probabilities in log-odds (Cox, 1958), for amounts by least squares. 1 is right.</param>
/// <param name="Intercept">Of the same line. 0 is right.</param>
/// <param name="Bands">Tenths of the cases by rising prediction; fewer where there are fewer cases.</param>
/// <param name="Error">Mean distance of the bands' predictions from their outcomes, weighted by cases (expected calibration error).</param>
public sealed record CalibrationReport(double Slope, double Intercept, IReadOnlyList<CalibrationBand> Bands, double Error)
{
    /// <param name="probabilities">0 to 1.</param>
    /// <param name="labels">0 or 1.</param>
    public static CalibrationReport OfProbabilities(IReadOnlyList<double> probabilities, IReadOnlyList<double> labels)
    {
        Pairs.Check(probabilities, labels);
        Pairs.Binary(labels);
        if (probabilities.Any(p => p is < 0 or > 1)) throw new ArgumentException("A probability lies between 0 and 1.", nameof(probabilities));
        var table = new FeatureTable(["log-odds"], probabilities.Count);
        foreach (var p in probabilities) table.Add([Math.Log(Math.Clamp(p, 1e-9, 1 - 1e-9) / (1 - Math.Clamp(p, 1e-9, 1 - 1e-9)))]);
        var line = LogisticModel.Fit(table, labels, penalty: 1e-6);
        var intercept = line.LogOdds([0]);
        return Of(probabilities, labels, line.LogOdds([1]) - intercept, intercept);
    }

    public static CalibrationReport OfAmounts(IReadOnlyList<double> predicted, IReadOnlyList<double> observed)
    {
        Pairs.Check(predicted, observed);
        var (x, y) = (predicted.Average(), observed.Average());
        var spread = predicted.Sum(p => (p - x) * (p - x));
        var slope = spread > 0 ? predicted.Zip(observed).Sum(p => (p.First - x) * (p.Second - y)) / spread : 0;
        return Of(predicted, observed, slope, y - slope * x);
    }

    private static CalibrationReport Of(IReadOnlyList<double> predicted, IReadOnlyList<double> observed, double slope, double intercept)
    {
        var bands = InBands(predicted, observed, 10);
        return new CalibrationReport(slope, intercept, bands, bands.Sum(b => b.Cases * Math.Abs(b.Predicted - b.Observed)) / predicted.Count);
    }

    /// <summary>Cases by rising prediction in so many parts of about the same size, without empty ones.</summary>
    public static IReadOnlyList<CalibrationBand> InBands(IReadOnlyList<double> predicted, IReadOnlyList<double> observed, int count)
    {
        var sorted = predicted.Zip(observed).OrderBy(p => p.First).ThenBy(p => p.Second).ToArray();
        return [.. Enumerable.Range(0, count).Select(band => sorted[(int)((long)sorted.Length * band / count)..(int)((long)sorted.Length * (band + 1) / count)]).Where(cases => cases.Length > 0)
            .Select(cases => new CalibrationBand(cases.Length, cases.Average(p => p.First), cases.Average(p => p.Second)))];
    }
}
