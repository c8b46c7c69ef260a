namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>Goes through a history once, from the oldest showing to the newest, and knows at each what was known then.</summary>
internal sealed class PostSweep(MatchHistory history)
{
    private const double Viral = 1.3;
    private readonly Dictionary<(PostKind, int, int), Tally> _tallies = [];
    private readonly PriorityQueue<int, (int Day, int Index)> _waiting = new();
    private readonly Dictionary<int, HashSet<int>> _products = [];
    private int _shown;

    public PostKeys Keys { get; } = new(history);
    public Reach Reach { get; } = new();

    /// <summary>Takes in what had been shown before this event, and of that the outcomes that its day knows.</summary>
    public void MoveTo(int at)
    {
        var e = history.Events[at];
        // What happens at the same minute is not earlier.
        while (_shown < at && Before(history.Events[_shown], e)) Show(_shown++);
        while (_waiting.TryPeek(out var known, out var due) && due.Day <= e.Day)
        {
            _waiting.Dequeue();
            Learn(known, e.Day);
        }
    }

    public Tally? Find(PostKind kind, int a, int b = 0) => _tallies.GetValueOrDefault((kind, a, b));

    public int Products(int creator) => _products.GetValueOrDefault(creator)?.Count ?? 0;

    private static bool Before(MatchEvent a, MatchEvent b) => a.Day < b.Day || a.Day == b.Day && (a.Minute ?? 0) < (b.Minute ?? 0);

    private void Show(int at)
    {
        var e = history.Events[at];
        foreach (var key in Keys.All(at))
        {
            if (!_tallies.TryGetValue(key, out var tally)) _tallies[key] = tally = new Tally();
            tally.Show(e.Day);
        }
        if (!_products.TryGetValue(Keys[at].Creator, out var products)) _products[Keys[at].Creator] = products = [];
        products.Add(Keys[at].Product);
        // A day's own sales are known when it is over.
        _waiting.Enqueue(at, (Math.Max(e.KnownFrom ?? 0, e.Day + 1), at));
    }

    private void Learn(int at, int day)
    {
        var e = history.Events[at];
        var many = Find(PostKind.All, 0) is { Known: > 20 } all ? all.Likes / all.Known + Viral * all.LikesSpread : double.PositiveInfinity;
        Reach.Learn(history.Creators[Keys[at].Creator].Followers ?? 0, e.Likes ?? 0);
        foreach (var key in Keys.All(at)) _tallies[key].Learn(e, day, many);
    }
}
