namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>Where a creator stands among all who were active, 0 for the least to 1 for the most: the same scale whatever the market's size and age.</summary>
internal sealed class PeerLevels
{
    private readonly double[] _posts, _new, _recent;

    public PeerLevels(IReadOnlyList<CreatorState> creators)
    {
        var active = creators.Where(c => c.Posts > 0).ToArray();
        (_posts, _new, _recent) = ([.. active.Select(c => c.Posts).Order()], [.. active.Select(c => c.New28).Order()], [.. active.Select(c => (double)c.Last).Order()]);
        Sold = RateShrinkage.Of(active.Select(c => (c.Sold, c.Known)));
    }

    /// <summary>Showings that sold, of those whose sales are known.</summary>
    public RateShrinkage Sold { get; }

    public double Posts(CreatorState c) => Level(_posts, c.Posts);
    public double New(CreatorState c) => Level(_new, c.New28);
    public double Recent(CreatorState c) => c.Posts > 0 ? Level(_recent, c.Last) : 0;

    // The middle of the ties.
    private static double Level(double[] sorted, double value)
    {
        if (sorted.Length == 0) return 0;
        int below = First(sorted, value), upTo = First(sorted, Math.BitIncrement(value));
        return (below + upTo) / 2.0 / sorted.Length;
    }

    private static int First(double[] sorted, double value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
