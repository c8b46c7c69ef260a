namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>How a forest of boosted trees grows.</summary>
/// <param name="Trees">How many, one after the other.</param>
/// <param name="Rate">How much of each tree is believed, above 0 and at most 1.</param>
/// <param name="Leaves">Of one tree at most, 2 or more.</param>
/// <param name="LeastRows">A leaf holds at least so many rows.</param>
/// <param name="Penalty">On squared leaf values, 0 or more, in units of curvature.</param>
/// <param name="Rows">Share of the rows each tree sees, above 0 and at most 1.</param>
/// <param name="Columns">Share of the features each tree sees, above 0 and at most 1.</param>
/// <param name="Seed">Of both draws.</param>
public sealed record TreeOptions(int Trees = 200, double Rate = 0.05, int Leaves = 8, int LeastRows = 20, double Penalty = 5, double Rows = 0.7, double Columns = 0.5, int Seed = 1)
{
    internal TreeOptions Checked() => Trees > 0 && Rate is > 0 and <= 1 && Leaves >= 2 && LeastRows >= 1 && Penalty >= 0 && double.IsFinite(Penalty) && Rows is > 0 and <= 1 && Columns is > 0 and <= 1
        ? this : throw new ArgumentException($"{this}: trees, rate, rows and columns are above 0, shares at most 1, leaves at least 2.");
}
