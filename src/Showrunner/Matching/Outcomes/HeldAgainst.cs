using Showrunner.Engine.Matching.Outcomes;

namespace Showrunner.Matching.Outcomes;

/// <summary>What was expected of offers beside what came of them, part by part.</summary>
/// <param name="Part">accept, post or gmv.</param>
/// <param name="Cases">Offers whose outcome is known.</param>
/// <param name="Expected">Sum of what was expected: acceptances, posts, or GMV in minor units.</param>
/// <param name="Actual">The same as it came.</param>
/// <param name="Slope">Of the outcome on the expectation: 1 is right, less means that differences are expected too great; null where cases are few.</param>
/// <param name="IsOff">The sums differ by more than chance, at one error in a hundred.</param>
/// <param name="Bands">Cases by rising expectation, each with its means.</param>
public sealed record HeldAgainst(string Part, int Cases, decimal Expected, decimal Actual, double? Slope, bool IsOff, IReadOnlyList<HeldAgainst.Band> Bands)
{
    private const int Fewest = 20, FewestForSlope = 100, MostBands = 10;
    private const double Certain = 2.576; // one in a hundred, both sides

    public sealed record Band(int Cases, decimal Expected, decimal Actual);

    /// <summary>An offer with what was expected of it; GMV in minor units.</summary>
    internal readonly record struct Case(double Accept, double Post, double Gmv, bool? Accepted, bool? Posted, long? Sold);

    internal static IReadOnlyList<HeldAgainst> Of(IReadOnlyCollection<Case> cases) =>
    [
        Chances("accept", [.. cases.Where(c => c.Accepted is not null).Select(c => (c.Accept, c.Accepted == true ? 1.0 : 0))]),
        Chances("post", [.. cases.Where(c => c.Posted is not null).Select(c => (c.Post, c.Posted == true ? 1.0 : 0))]),
        Amounts([.. cases.Where(c => c.Sold is not null).Select(c => (c.Gmv, (double)c.Sold!.Value))]),
    ];

    private static HeldAgainst Chances(string part, IReadOnlyList<(double Said, double Came)> cases)
    {
        var chance = Math.Sqrt(cases.Sum(c => c.Said * (1 - c.Said)));
        // A line through outcomes that are all the same does not exist.
        var slope = cases.Count >= FewestForSlope && cases.Select(c => c.Came).Distinct().Count() == 2 ? CalibrationReport.OfProbabilities([.. cases.Select(c => c.Said)], [.. cases.Select(c => c.Came)]).Slope : (double?)null;
        return Told(part, cases, slope, chance);
    }

    private static HeldAgainst Amounts(IReadOnlyList<(double Said, double Came)> cases) =>
        Told("gmv", cases, cases.Count >= FewestForSlope ? CalibrationReport.OfAmounts([.. cases.Select(c => c.Said)], [.. cases.Select(c => c.Came)]).Slope : null, Math.Sqrt(cases.Sum(c => (c.Said - c.Came) * (c.Said - c.Came))));

    private static HeldAgainst Told(string part, IReadOnlyList<(double Said, double Came)> cases, double? slope, double chance)
    {
        var (said, came) = (cases.Sum(c => c.Said), cases.Sum(c => c.Came));
        return new HeldAgainst(part, cases.Count, (decimal)said, (decimal)came, slope, cases.Count >= Fewest && chance > 0 && Math.Abs(said - came) > Certain * chance,
            [.. CalibrationReport.InBands([.. cases.Select(c => c.Said)], [.. cases.Select(c => c.Came)], Math.Min(MostBands, cases.Count / Fewest)).Select(b => new Band(b.Cases, (decimal)b.Predicted, (decimal)b.Observed))]);
    }
}
