namespace Showrunner.Engine.Findings;

/// <summary>Where a share of the values lies below: between the two nearest, in proportion (definition 7 of Hyndman and Fan, 1996).</summary>
public static class Quantiles
{
    /// <param name="ordered">In rising order, in any unit.</param>
    /// <param name="share">0 to 1; 0.5 is the median.</param>
    /// <returns>In the values' unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No values, or a share outside 0 to 1.</exception>
    public static double Of(IReadOnlyList<double> ordered, double share)
    {
        ArgumentOutOfRangeException.ThrowIfZero(ordered.Count, nameof(ordered));
        if (share is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        var at = share * (ordered.Count - 1);
        var low = (int)at;
        return low + 1 >= ordered.Count ? ordered[^1] : ordered[low] + (at - low) * (ordered[low + 1] - ordered[low]);
    }
}
