namespace Showrunner.Sellers;

/// <summary>The agreements of one agency: what of a commission it keeps on which day.</summary>
/// <param name="agreed">From the oldest on.</param>
/// <param name="creatorPpm">What files say its creators keep, for the days before the first agreement; null where none says it.</param>
public sealed class SplitTerms(IReadOnlyList<(DateOnly From, long AgencyPpm)> agreed, long? creatorPpm)
{
    public long? On(DateOnly day)
    {
        for (var i = agreed.Count - 1; i >= 0; i--)
            if (agreed[i].From <= day) return agreed[i].AgencyPpm;
        return creatorPpm is { } creators ? AgencySplit.Whole - creators : null;
    }

    /// <summary>Of the days' commission, in minor units, rounded once; null where a day with commission has no agreement.</summary>
    public long? Share(IEnumerable<(DateOnly Day, decimal? Commission)> days)
    {
        var share = 0m;
        foreach (var (day, commission) in days)
        {
            if (commission is null or 0) continue;
            if (On(day) is not { } ppm) return null;
            share += commission.Value * ppm / AgencySplit.Whole;
        }
        return (long)decimal.Round(share, 0, MidpointRounding.AwayFromZero);
    }
}
