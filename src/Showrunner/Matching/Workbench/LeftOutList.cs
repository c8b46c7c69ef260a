namespace Showrunner.Matching.Workbench;

/// <summary>Who or what is left out of a list, counted by reason; some of each are shown, and all of those who were asked for.</summary>
/// <param name="wanted">A reason of which all are shown.</param>
/// <param name="all">All of every reason.</param>
internal sealed class LeftOutList<T>(string? wanted, bool all)
{
    private readonly Dictionary<string, List<T>> known = [];

    public void Add(string why, T one)
    {
        if (!known.TryGetValue(why, out var others)) known[why] = others = [];
        others.Add(one);
    }

    public IReadOnlyDictionary<string, int> Counts => known.ToDictionary(k => k.Key, k => k.Value.Count);

    /// <param name="order">The largest first.</param>
    public IReadOnlyList<T> Shown<TKey>(Func<T, TKey> order) =>
        [.. known.OrderBy(k => k.Key, StringComparer.Ordinal).SelectMany(k => k.Value.OrderByDescending(order).Take(all || k.Key == wanted ? RankCreators.Most : RankCreators.Few))];
}
