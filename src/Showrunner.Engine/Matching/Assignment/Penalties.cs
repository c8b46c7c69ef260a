namespace Showrunner.Engine.Matching.Assignment;

/// <summary>
/// Strikes out the pairs without which nothing is lost: those that would lift the bound above what is sought. What a pair costs is what
/// its agent loses by taking the job and all others lose by leaving it, the knapsacks bounded by their fractional values (variable fixing
/// by Lagrangian penalties; Posta, Ferland and Michelon, 2012).
/// </summary>
internal sealed class Penalties(Pairs pairs, Relaxation relaxation, Meter meter)
{
    private readonly long[] _extra = new long[pairs.Agents * pairs.Jobs], _left = new long[pairs.Jobs];
    private readonly List<int> _struck = [];

    /// <summary>What the bound rises by when the pair is taken, as of the last <see cref="Weigh"/>.</summary>
    public long Of(int pair) => _left[pairs.Job[pair]] + _extra[pair];

    public void Weigh()
    {
        Array.Clear(_left);
        for (var i = 0; i < pairs.Agents; i++)
        {
            var open = pairs.OfAgent(i);
            if (open.Length == 0) continue;
            var (sack, worth, room) = (relaxation.Reopen(i), relaxation.Worth(i), pairs.Room[i]);
            foreach (var pair in open)
                if (relaxation.Prices[pairs.Job[pair]] - pairs.Cost[pair] is var value && value <= 0)
                    _extra[pair] = Math.Max(0, worth - value - sack.Bound(room - pairs.Weight[pair], -1));
            for (var k = 0; k < sack.Count; k++)
            {
                var pair = sack.Id(k);
                if (relaxation.IsChosen(pair))
                {
                    _extra[pair] = -Math.Max(0, worth - sack.Bound(room, k));
                    _left[pairs.Job[pair]] -= _extra[pair];
                }
                else _extra[pair] = Math.Max(0, worth - sack.Value(k) - sack.Bound(room - sack.Weight(k), k));
            }
            meter.Spend(4 * open.Length);
        }
    }

    /// <param name="bound">Of the relaxation as it stands, scaled.</param>
    /// <param name="limit">What costs more is not sought, scaled.</param>
    /// <param name="struck">How many pairs went.</param>
    /// <returns>False when nothing within the limit is left.</returns>
    public bool Strike(long bound, long limit, out int struck)
    {
        Weigh();
        _struck.Clear();
        for (var i = 0; i < pairs.Agents; i++)
            foreach (var pair in pairs.OfAgent(i))
                if (bound + Of(pair) > limit) _struck.Add(pair);
        struck = _struck.Count;
        foreach (var pair in _struck)
            if (!pairs.Strike(pair)) return false;
        return true;
    }
}
