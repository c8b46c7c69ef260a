namespace Showrunner.Engine.Identity;

/// <summary>
/// Which pairs are looked at: those that agree in a key (blocking; Christen, "Data Matching", 2012, ch. 4). A key that too many
/// share is walked through in the order of their handles, each beside his next few (sorted neighbourhood; Hernández and Stolfo, 1995),
/// so that the number of pairs grows with the accounts and not with their square.
/// </summary>
internal sealed class Blocks
{
    private const int Largest = 40, Neighbours = 6, Ends = 6;
    private readonly List<int[]> _blocks = [];
    private readonly List<int>[] _of;

    public Blocks(IReadOnlyList<Prepared> all)
    {
        _of = new List<int>[all.Count];
        for (var i = 0; i < all.Count; i++) _of[i] = [];
        var order = new int[all.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => string.CompareOrdinal(all[a].Handle.Compact, all[b].Handle.Compact) is not 0 and var way ? way : a.CompareTo(b));
        foreach (var key in Keys)
        {
            var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            foreach (var i in order)
                foreach (var value in key(all[i]))
                    if (value.Length > 0)
                    {
                        if (!groups.TryGetValue(value, out var group)) groups[value] = group = [];
                        group.Add(i);
                    }
            foreach (var group in groups.Values)
            {
                if (group.Count < 2) continue;
                foreach (var i in group) _of[i].Add(_blocks.Count);
                _blocks.Add([.. group]);
            }
        }
    }

    /// <summary>What is looked at within each key; the cheaper and surer keys stand first.</summary>
    private static readonly IReadOnlyList<Func<Prepared, IEnumerable<string>>> Keys =
    [
        p => p.Profile.Phones, p => p.Profile.Mails, p => [p.Handle.Compact], p => [p.Handle.Sorted],
        p => p.Bio.Length > 0 && p.Names.Count > 0 ? [p.Bio + "|" + string.Join(' ', p.Names)] : [],
        p => p.Handle.Compact.Length >= Ends ? [p.Handle.Compact[..Ends]] : [], p => p.Handle.Compact.Length >= Ends ? [p.Handle.Compact[^Ends..]] : [],
        p => p.Names.Count > 1 ? [string.Join(' ', p.Names)] : [],
    ];

    /// <summary>Each pair once, however many keys it agrees in.</summary>
    public IEnumerable<(int A, int B)> Pairs()
    {
        for (var at = 0; at < _blocks.Count; at++)
        {
            var block = _blocks[at];
            var reach = block.Length <= Largest ? block.Length : Neighbours;
            for (var i = 0; i < block.Length; i++)
                for (var j = i + 1; j < block.Length && j - i <= reach; j++)
                    if (!WasMet(block[i], block[j], at)) yield return (block[i], block[j]);
        }
    }

    /// <summary>In an earlier block whose pairs are all looked at, or beside each other in one that is walked through.</summary>
    private bool WasMet(int a, int b, int before)
    {
        foreach (var one in _of[a])
        {
            if (one >= before) return false;
            if (!_of[b].Contains(one)) continue;
            var block = _blocks[one];
            if (block.Length <= Largest || Math.Abs(Array.IndexOf(block, a) - Array.IndexOf(block, b)) <= Neighbours) return true;
        }
        return false;
    }
}

/// <summary>A profile with its texts taken apart once.</summary>
internal sealed record Prepared(IdentityProfile Profile)
{
    public HandleParts Handle { get; } = new(Profile.Handle);
    /// <summary>Words of the name, in alphabetical order.</summary>
    public IReadOnlyList<string> Names { get; } = [.. HandleParts.Words(Profile.Name).Order(StringComparer.Ordinal)];
    public IReadOnlyList<string> BioWords { get; } = HandleParts.Words(Profile.Bio);
    public string Bio => field ??= string.Join(' ', BioWords);
    /// <summary>The bio or the handle says that the account is about someone else.</summary>
    public bool IsFan => Handle.IsFan || BioWords.Any(w => w is "fan" or "fans" or "fanpage" or "fanclub" or "fanbase" or "penggemar" or "fanseite");
}
