namespace Showrunner.Engine.Simulation;

/// <summary>How many pieces lie in the warehouse in the evening of each day: sold down, filled up again in time, except when nobody did.</summary>
public static class Stock
{
    /// <summary>Days of sales that a delivery brings, and how few may be left when it comes.</summary>
    public const int CoverDays = 30, ReorderDays = 7;

    /// <summary>The evenings' stock of all days.</summary>
    /// <param name="sold">Pieces that will be sold on each day, about; none below 0. What it says of days without stock is not sold.</param>
    /// <param name="outFrom">First day without stock, as an index; past the end when there is none.</param>
    /// <param name="outTo">Last day without stock.</param>
    /// <returns>Pieces, one number for each day, none below 0; 0 on every day without stock, and it runs down towards them.</returns>
    /// <exception cref="ArgumentException">The first day without stock lies behind the last.</exception>
    public static long[] Evenings(IReadOnlyList<double> sold, int outFrom = int.MaxValue, int outTo = int.MaxValue)
    {
        if (outFrom > outTo) throw new ArgumentException("The first day without stock lies behind the last.", nameof(outTo));
        var evenings = new long[sold.Count];
        var left = 0.0;
        for (var day = 0; day < sold.Count; day++)
        {
            if (day >= outFrom && day <= outTo)
            {
                left = 0;
                continue;
            }
            // Before a stock-out nothing comes beyond what the days until then will sell.
            var until = day < outFrom && outFrom < sold.Count ? outFrom - day : int.MaxValue;
            if (left < Next(sold, day, Math.Min(ReorderDays, until))) left = Math.Min(left + Next(sold, day, CoverDays), Next(sold, day, until));
            left = Math.Max(0, left - sold[day]);
            evenings[day] = (long)Math.Round(left);
        }
        return evenings;
    }

    /// <summary>What so many days sell; behind the last day it goes on as on that.</summary>
    private static double Next(IReadOnlyList<double> sold, int from, int days)
    {
        if (days == int.MaxValue) return double.PositiveInfinity;
        var sum = 0.0;
        for (var i = from; i < from + days; i++) sum += sold[Math.Min(i, sold.Count - 1)];
        return sum;
    }
}
