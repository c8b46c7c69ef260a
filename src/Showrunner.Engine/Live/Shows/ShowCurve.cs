namespace Showrunner.Engine.Live.Shows;

/// <summary>
/// The shape of a show in one figure: how much of its average minute each minute has. A course over the whole length, times what the first and the last minutes have of their own,
/// times what a pinned product adds. Plain numbers, to be stored as they are.
/// </summary>
public sealed record ShowCurve
{
    /// <summary>Places along the length, and minutes at either end that are known one by one.</summary>
    public const int Places = 20, Ends = 10;

    /// <summary>Relative rate at evenly spaced places from start to end, without a pin; with all factors the average minute of a show has 1.</summary>
    public double[] Course { get; init; } = [.. Enumerable.Repeat(1.0, Places)];
    /// <summary>Factors of the first minutes, the first one first.</summary>
    public double[] Start { get; init; } = [.. Enumerable.Repeat(1.0, Ends)];
    /// <summary>Factors of the last minutes, the last one first.</summary>
    public double[] End { get; init; } = [.. Enumerable.Repeat(1.0, Ends)];
    /// <summary>Factor of a minute with a pinned product, and the share of minutes that have one.</summary>
    public double Pin { get; init; } = 1;
    public double PinShare { get; init; }

    /// <summary>How much of an average minute this one has; 1 is average.</summary>
    /// <param name="minute">From 0.</param>
    /// <param name="length">Minutes of the whole show, as planned; minutes beyond are as the last one.</param>
    /// <param name="pinned">Null when not known: then as often as usual.</param>
    public double Rate(int minute, int length, bool? pinned = null)
    {
        minute = Math.Clamp(minute, 0, Math.Max(0, length - 1));
        var at = Math.Clamp((minute + 0.5) / Math.Max(1, length) * Places - 0.5, 0, Places - 1);
        var low = Math.Min((int)at, Places - 2);
        var rate = Course[low] + (at - low) * (Course[low + 1] - Course[low]);
        if (minute < Ends) rate *= Start[minute];
        if (length - 1 - minute < Ends) rate *= End[length - 1 - minute];
        return rate * (pinned switch { true => Pin, false => 1, null => 1 + PinShare * (Pin - 1) });
    }

    /// <summary>Share of the whole that is usually there at the end of each minute: rising, the last one 1.</summary>
    /// <param name="length">Minutes of the show, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It has no minute.</exception>
    public double[] Shares(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var shares = new double[length];
        var sum = 0.0;
        for (var minute = 0; minute < length; minute++) shares[minute] = sum += Rate(minute, length);
        for (var minute = 0; minute < length; minute++) shares[minute] = sum > 0 ? shares[minute] / sum : (minute + 1.0) / length;
        shares[^1] = 1;
        return shares;
    }

    /// <summary>
    /// Learns from past shows: own ones count fully, those of the category as a handful of shows, all others as a handful of the category's (shrinkage by show weights, after
    /// Efron and Morris 1975). Course, ends and pins are fitted in turn by the ratio of what was seen to what was expected (iterative proportional fitting, Deming and Stephan 1940), so
    /// that minutes of which nothing is known count neither way. The order of the shows does not matter.
    /// </summary>
    /// <param name="shows">Any; those without a value above 0 say nothing.</param>
    /// <param name="whose">Whose show the curve is for.</param>
    /// <param name="category">Its category.</param>
    public static ShowCurve Learn(IEnumerable<PastShow> shows, string whose, string category) => CurveFit.Of(PastShow.Sort(shows), whose, category);
}
