namespace Showrunner.Engine.Live.Shows;

/// <summary>
/// Forecasts a show's final figure from what is there: the pace along the learned curve and what past shows came to, mixed as past shows say each should count at that point
/// (credibility, Bühlmann 1967, in logarithms). What is still to come gets an interval by split conformal prediction over folds (Vovk, Gammerman and Shafer 2005): the errors that
/// the same forecast, learned without them, made on past shows at that point of their course. Plain numbers, to be stored as they are.
/// </summary>
public sealed record ShowForecast
{
    /// <summary>No pace is read before.</summary>
    public const int FirstMinute = 10;
    internal const int Points = 20;
    private const int FewestForRanks = 20;
    // Errors that few shows do not show yet, in logarithms: a factor of about two to either side.
    private const double UnknownError = 0.7;

    public required ShowCurve Curve { get; init; }
    /// <summary>Usual average minute, in the figure's unit.</summary>
    public required double UsualMinute { get; init; }
    /// <summary>How much the pace counts, 0 to 1, after each twentieth of the length.</summary>
    public required double[] PaceWeights { get; init; }
    /// <summary>For each twentieth the errors on past shows in rising order: logarithm of what came over what was expected to come.</summary>
    public required double[][] Errors { get; init; }

    /// <summary>Learns from past shows; the order does not matter.</summary>
    /// <param name="shows">Any; own and category's count more, as in <see cref="ShowCurve.Learn"/>.</param>
    /// <param name="whose">Whose show will be forecast.</param>
    /// <param name="category">Its category.</param>
    public static ShowForecast Learn(IEnumerable<PastShow> shows, string whose, string category) => ForecastFit.Of(PastShow.Sort(shows), whose, category);

    /// <summary>The final figure as things stand.</summary>
    /// <param name="elapsed">Minutes that are over, 0 to <paramref name="length"/>.</param>
    /// <param name="length">Minutes of the whole show as planned, at least 1; when it runs longer, what it is by now.</param>
    /// <param name="soFar">What is there, not below 0.</param>
    /// <param name="level">Of the interval, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure outside its limits.</exception>
    public Forecast At(int elapsed, int length, double soFar, double level = 0.8)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (elapsed < 0 || elapsed > length) throw new ArgumentOutOfRangeException(nameof(elapsed), elapsed, "Minutes that are over lie between 0 and the length.");
        if (!(soFar >= 0 && double.IsFinite(soFar))) throw new ArgumentOutOfRangeException(nameof(soFar), soFar, "What is there is not below 0.");
        if (level is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1.");
        var share = elapsed == 0 ? 0 : Curve.Shares(length)[elapsed - 1];
        var (usual, place) = (UsualMinute * length, (double)elapsed / length);
        var weight = UsualMinute <= 0 ? 1 : elapsed < FirstMinute ? 0 : Between(PaceWeights, place);
        var rest = Rest(share, soFar, usual, weight);
        var (low, high) = (Math.Exp(Error(place, (1 - level) / 2)), Math.Exp(Error(place, (1 + level) / 2)));
        return new Forecast(soFar + rest, soFar + rest * Math.Min(low, 1), soFar + rest * Math.Max(high, 1), level, elapsed < FirstMinute || share <= 0 ? null : soFar / share, usual, Errors[0].Length);
    }

    /// <summary>What is still to come, expected.</summary>
    internal static double Rest(double share, double soFar, double usual, double weight)
    {
        if (share >= 1) return 0;
        var pace = share > 0 ? soFar / share : usual;
        // A show without a sale so far is taken to have a small part of the usual one, lest its logarithm be all that counts.
        return (1 - share) * Math.Exp(weight * Math.Log(pace + Least(usual)) + (1 - weight) * Math.Log(usual + Least(usual)));
    }

    internal static double Least(double usual) => 0.02 * usual + 1e-9;

    /// <summary>Of so many points along the length, what lies between the two nearest; the first is at the first twentieth.</summary>
    private static double Between(double[] points, double place)
    {
        var at = Math.Clamp(place * Points - 1, 0, Points - 1);
        var low = Math.Min((int)at, Points - 2);
        return points[low] + (at - low) * (points[low + 1] - points[low]);
    }

    private double Error(double place, double share)
    {
        var count = Errors[0].Length;
        // The rank that a new show takes among them; none of them reaches beyond all.
        var rank = count < FewestForRanks ? 0 : share < 0.5 ? Math.Floor(share * (count + 1)) - 1 : Math.Ceiling(share * (count + 1)) - 1;
        double[] points = [.. Errors.Select(e => count < FewestForRanks ? Guess(e, share) : rank < 0 ? 2 * e[0] : rank >= count ? 2 * e[^1] : e[(int)rank])];
        return Between(points, place);
    }

    private static double Guess(double[] errors, double share)
    {
        var known = errors.Length == 0 ? 0 : Math.Sqrt(errors.Sum(e => e * e) / errors.Length);
        var error = Math.Sqrt((known * known * errors.Length + UnknownError * UnknownError * 5) / (errors.Length + 5));
        return error * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, share);
    }
}
