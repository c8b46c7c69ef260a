namespace Showrunner.Engine.Matching.Assignment;

/// <summary>
/// The Lagrangian relaxation of "every job exactly once" (Fisher, Jaikumar and Van Wassenhove, 1986): every job has a price, every agent
/// takes the choice of jobs that is worth most to it, whoever else takes them. Prices are whole numbers of a scaled unit, so that the
/// bound is exact whatever they are. Agents are asked again only where something changed for them.
/// </summary>
internal sealed class Relaxation
{
    private readonly Pairs _pairs;
    private readonly Meter _meter;
    private readonly Knapsack _sack;
    private readonly long[] _worth;
    private readonly int[] _chosen, _chosenCount;
    private readonly bool[] _isChosen;

    public Relaxation(Pairs pairs, Meter meter)
    {
        (_pairs, _meter, _sack) = (pairs, meter, new Knapsack(pairs.Jobs));
        (Prices, Times, _worth) = (new long[pairs.Jobs], new int[pairs.Jobs], new long[pairs.Agents]);
        (_chosen, _chosenCount) = (new int[pairs.Agents * pairs.Jobs], new int[pairs.Agents]);
        (_isChosen, RoomPrices) = (new bool[pairs.Agents * pairs.Jobs], new double[pairs.Agents]);
    }

    /// <summary>One for each job, scaled.</summary>
    public long[] Prices { get; }
    /// <summary>How many agents choose a job.</summary>
    public int[] Times { get; }
    /// <summary>What a unit of room is worth to an agent: the value per weight of the first item that does not fit.</summary>
    public double[] RoomPrices { get; }

    public ReadOnlySpan<int> Chosen(int agent) => _chosen.AsSpan(agent * _pairs.Jobs, _chosenCount[agent]);
    public long Worth(int agent) => _worth[agent];

    public void SetPrice(int job, long price)
    {
        var before = Prices[job];
        if (price == before) return;
        Prices[job] = price;
        var dearer = Math.Max(price, before);
        foreach (var pair in _pairs.OfJob(job))
            if (_pairs.Cost[pair] < dearer) _pairs.Stale[_pairs.Agent[pair]] = true;
    }

    /// <returns>No assignment of what is open costs less; scaled.</returns>
    public long Evaluate()
    {
        var bound = _pairs.Settled;
        for (var j = 0; j < _pairs.Jobs; j++)
            if (_pairs.AgentOf[j] < 0) bound += Prices[j];
        for (var i = 0; i < _pairs.Agents; i++)
        {
            if (_pairs.Stale[i]) Ask(i);
            bound -= _worth[i];
        }
        _meter.Spend(_pairs.Jobs + _pairs.Agents);
        return bound;
    }

    public bool IsChosen(int pair) => _isChosen[pair];

    /// <summary>The knapsack of one agent, filled and sorted, for those who ask what would be.</summary>
    public Knapsack Reopen(int agent)
    {
        Fill(agent);
        _sack.Sort();
        return _sack;
    }

    private void Ask(int agent)
    {
        foreach (var pair in Chosen(agent))
        {
            Times[_pairs.Job[pair]]--;
            _isChosen[pair] = false;
        }
        Fill(agent);
        _worth[agent] = _sack.Solve(_pairs.Room[agent]);
        var (count, start, left) = (0, agent * _pairs.Jobs, _pairs.Room[agent]);
        var price = 0.0;
        for (var k = 0; k < _sack.Count; k++)
        {
            if (left >= 0 && (left -= _sack.Weight(k)) < 0) price = (double)_sack.Value(k) / _sack.Weight(k);
            if (!_sack.IsChosen(k)) continue;
            _chosen[start + count++] = _sack.Id(k);
            Times[_pairs.Job[_sack.Id(k)]]++;
            _isChosen[_sack.Id(k)] = true;
        }
        _meter.Spend(_sack.Work);
        (_chosenCount[agent], RoomPrices[agent]) = (count, price);
        _pairs.Stale[agent] = false;
    }

    private void Fill(int agent)
    {
        _sack.Clear();
        var open = _pairs.OfAgent(agent);
        foreach (var pair in open)
            if (Prices[_pairs.Job[pair]] - _pairs.Cost[pair] is var value && value > 0) _sack.Add(pair, value, _pairs.Weight[pair]);
        _meter.Spend(open.Length);
    }
}
