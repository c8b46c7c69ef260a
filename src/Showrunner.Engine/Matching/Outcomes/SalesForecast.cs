namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>How a forecast learns.</summary>
/// <param name="Penalty">Of the logistic part.</param>
/// <param name="TreeShare">How much of the score the trees say, 0 to 1.</param>
public sealed record ForecastOptions(double Penalty = 30, double TreeShare = 1.0 / 3)
{
    public TreeOptions Trees { get; init; } = new(Trees: 150, Rate: 0.05, Leaves: 4, LeastRows: 50, Penalty: 3, Rows: 0.7, Columns: 0.3);
}

/// <summary>Will a showing sell? A logistic regression, which carries over to other months, and small trees, which see combinations; their log-odds are mixed.</summary>
public sealed class SalesForecast
{
    private readonly LogisticModel _line;
    private readonly BoostedTrees? _trees;
    private readonly double _share;

    private SalesForecast(LogisticModel line, BoostedTrees? trees, double share) => (_line, _trees, _share) = (line, trees, share);

    /// <param name="rows">As <see cref="PostFeatures.Of"/> gives them, one for each event.</param>
    /// <param name="postedBefore">Only showings of earlier days teach.</param>
    /// <param name="knownOn">Only outcomes that are known when this day begins teach; <see cref="int.MaxValue"/> for all.</param>
    /// <returns>Null where nothing was known.</returns>
    public static SalesForecast? Train(MatchHistory history, FeatureTable rows, int postedBefore, int knownOn, ForecastOptions options)
    {
        if (rows.Count != history.Events.Count) throw new ArgumentException($"{rows.Count} rows for {history.Events.Count} events.", nameof(rows));
        if (options.TreeShare is not (>= 0 and <= 1)) throw new ArgumentException($"The trees' share is {options.TreeShare}; it lies between 0 and 1.", nameof(options));
        var table = new FeatureTable(rows.Names, rows.Count);
        List<double> sold = [];
        for (var i = 0; i < rows.Count; i++)
        {
            var e = history.Events[i];
            if (e.Day >= postedBefore || Math.Max(e.KnownFrom ?? 0, e.Day + 1) > knownOn) continue;
            table.Add(rows[i]);
            sold.Add(e.Units > 0 ? 1 : 0);
        }
        if (table.Count == 0) return null;
        return new SalesForecast(LogisticModel.Fit(table, sold, penalty: options.Penalty), options.TreeShare > 0 ? BoostedTrees.Fit(table, sold, options.Trees) : null, options.TreeShare);
    }

    public double LogOdds(ReadOnlySpan<double> row) => _trees is null ? _line.LogOdds(row) : (1 - _share) * _line.LogOdds(row) + _share * _trees.Score(row);

    /// <returns>0 to 1.</returns>
    public double Probability(ReadOnlySpan<double> row) => LogisticModel.Sigmoid(LogOdds(row));

    /// <summary>The log-odds, feature by feature.</summary>
    public Explanation Explain(ReadOnlySpan<double> row) => _trees is null ? _line.Explain(row) : Explanation.Mix(_line.Explain(row), _trees.Explain(row), _share);
}
