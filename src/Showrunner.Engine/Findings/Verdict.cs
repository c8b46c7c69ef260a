namespace Showrunner.Engine.Findings;

/// <summary>What was seen, what was to be expected, and how surprising the difference is.</summary>
/// <param name="Observed">In the unit of the series.</param>
/// <param name="Expected">Best guess from the history.</param>
/// <param name="Low">Lower end of where 19 of 20 quiet periods lie; never below 0.</param>
/// <param name="High">Upper end.</param>
/// <param name="Score">Deviation in standard errors; its sign says up or down.</param>
/// <param name="Probability">Of a deviation at least as large if nothing had changed, 0 to 1.</param>
public sealed record Verdict(double Observed, double Expected, double Low, double High, double Score, double Probability)
{
    public double Difference => Observed - Expected;
}
