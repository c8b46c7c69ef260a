namespace Showrunner.Engine.Live.Shows;

/// <summary>One show that is over, in one figure.</summary>
/// <param name="Whose">Creator or shop, by any key: shows of one have more to say about each other.</param>
/// <param name="Category">Of what it sells, by any key.</param>
/// <param name="Minutes">The figure minute by minute, none below 0: what was added in it (GMV, orders, comments) or what stood (viewers). NaN where nothing is known.</param>
/// <param name="Pinned">Whether a product was pinned in that minute; null when it is not known of any.</param>
public sealed record PastShow(string Whose, string Category, IReadOnlyList<double> Minutes, IReadOnlyList<bool>? Pinned = null)
{
    /// <summary>How many minutes it had.</summary>
    public int Length => Minutes.Count;

    /// <summary>Sum over the minutes that are known.</summary>
    public double Total
    {
        get
        {
            var sum = 0.0;
            foreach (var value in Minutes)
                if (!double.IsNaN(value)) sum += value;
            return sum;
        }
    }

    internal bool? IsPinned(int minute) => Pinned is null || minute >= Pinned.Count ? null : Pinned[minute];

    /// <summary>The same order whatever order they come in.</summary>
    internal static PastShow[] Sort(IEnumerable<PastShow> shows) =>
        [.. shows.Where(s => s.Length > 0 && s.Total > 0).OrderBy(s => s.Whose, StringComparer.Ordinal).ThenBy(s => s.Category, StringComparer.Ordinal).ThenBy(s => s.Length).ThenBy(s => s.Total).ThenBy(s => s.Minutes[0]).ThenBy(s => s.Minutes[^1])];
}
