namespace Showrunner.Engine.Matching.Values;

/// <summary>How many there were in the last 28 days, the 28 before them, and the 28 before those; all nothing where it is not known.</summary>
public readonly record struct LastMonths(double Recent, double Before, double Earlier)
{
    public double All => Recent + Before + Earlier;

    internal bool IsCount => Recent >= 0 && Before >= 0 && Earlier >= 0 && double.IsFinite(All);

    public static LastMonths operator -(LastMonths one, LastMonths other) => new(one.Recent - other.Recent, one.Before - other.Before, one.Earlier - other.Earlier);

    public static LastMonths operator +(LastMonths one, LastMonths other) => new(one.Recent + other.Recent, one.Before + other.Before, one.Earlier + other.Earlier);
}
