namespace Showrunner.Benchmarks.Matching;

/// <summary>One expectation beside what is true, and how much it counts.</summary>
/// <param name="Group">Whose it is: what one creator keeps to himself errs in all of his pairs together.</param>
internal readonly record struct Expected(double Said, double True, double Weight, int Group);

/// <summary>Are expectations right?</summary>
/// <param name="Slope">Of what is true on what is expected; 1 is right.</param>
/// <param name="Errors">In tenths by what is expected: how much more or less is expected than true, as a share.</param>
/// <param name="Chance">How far each of these would lie from nothing by chance, creators taken as drawn (one standard error).</param>
internal sealed record Calibration(double Said, double True, double Slope, IReadOnlyList<double> Errors, IReadOnlyList<double> Chance)
{
    private const int Parts = 10;

    public double Worst => Errors.Max(Math.Abs);

    public static Calibration Of(IReadOnlyList<Expected> cases)
    {
        var all = cases.Sum(c => c.Weight);
        var (x, y) = (cases.Sum(c => c.Weight * c.Said) / all, cases.Sum(c => c.Weight * c.True) / all);
        var slope = cases.Sum(c => c.Weight * (c.Said - x) * (c.True - y)) / cases.Sum(c => c.Weight * (c.Said - x) * (c.Said - x));
        var order = cases.OrderBy(c => c.Said).ToArray();
        var parts = Enumerable.Range(0, Parts).Select(d => order[(d * order.Length / Parts)..((d + 1) * order.Length / Parts)]).ToArray();
        return new Calibration(x, y, slope, [.. parts.Select(Ratio).Select(r => r - 1)], [.. parts.Select(Chances)]);
    }

    private static double Ratio(Expected[] part) => part.Sum(c => c.Weight * c.Said) / part.Sum(c => c.Weight * c.True);

    private static double Chances(Expected[] part)
    {
        var ratio = Ratio(part);
        return Math.Sqrt(part.GroupBy(c => c.Group).Sum(g => Math.Pow(g.Sum(c => c.Weight * (c.Said - ratio * c.True)), 2))) / part.Sum(c => c.Weight * c.True);
    }
}
