namespace Showrunner.Engine.Matching.Assignment;

/// <summary>
/// Looks for an assignment within a limit, depth first: at every node prices are moved a little, what cannot be within the limit is struck
/// out, and a job that the agents disagree about is given to one after the other. A tree that is searched to its end without
/// a find proves that there is none (the sequence of such questions is that of Posta, Ferland and Michelon, 2012).
/// </summary>
internal sealed class TreeSearch(Pairs pairs, Relaxation relaxation, Penalties penalties, Incumbent best, LocalSearch search, GeneralisedAssignment given, Meter meter, long scale)
{
    private const int FirstSteps = 40, Steps = 12, PolishShare = 4;
    private readonly PriceSteps _prices = new(pairs, relaxation, meter, scale);
    private readonly int[] _agentOf = new int[pairs.Jobs];
    private long _limit, _until, _nextPolish;

    /// <param name="cost">The most that is sought.</param>
    /// <param name="work">Steps after which to give up.</param>
    /// <returns>True when one was found (the incumbent has it), false when it is proven that there is none, null when it was given up.</returns>
    public bool? Find(long cost, long work)
    {
        (_limit, _until) = (cost * scale, meter.Work + work);
        var (mark, prices) = (pairs.Mark, _prices.Keep());
        var answer = Visit(FirstSteps);
        pairs.Undo(mark);
        _prices.Restore(prices);
        return answer;
    }

    private bool? Visit(int steps)
    {
        if (meter.IsOver || meter.Work >= _until) return null;
        for (var struck = 1; struck > 0; steps = Steps / 2)
        {
            if (_prices.Raise(steps, _limit) is not { } bound) return false;
            if (IsWhole()) return true;
            if (!penalties.Strike(bound, _limit, out struck)) return false;
            if (meter.IsOver) return null;
        }
        if (Polish()) return true;
        var job = Disputed();
        if (job < 0) return null;
        var choices = pairs.OfJob(job).ToArray();
        var extra = Array.ConvertAll(choices, penalties.Of);
        Array.Sort(extra, choices);
        var (prices, givenUp) = (_prices.Keep(), false);
        foreach (var pair in choices)
        {
            var mark = pairs.Mark;
            var answer = pairs.Settle(pair) ? Visit(Steps) : false;
            pairs.Undo(mark);
            if (answer == true) return true;
            givenUp |= answer is null;
            if (meter.IsOver || meter.Work >= _until) { givenUp = true; break; }
            _prices.Set(prices);
        }
        _prices.Restore(prices);
        return givenUp ? null : false;
    }

    /// <summary>Now and then: what the agents choose here, made whole and improved.</summary>
    /// <returns>Whether what is sought is found.</returns>
    private bool Polish()
    {
        if (meter.Work < _nextPolish) return false;
        var before = meter.Work;
        search.Improve(Repair.Of(given, pairs, relaxation));
        _nextPolish = meter.Work + PolishShare * (meter.Work - before);
        return best.IsFeasible && best.Cost * scale <= _limit;
    }

    /// <summary>Every job chosen exactly once: that is an assignment, and none of this node is better.</summary>
    private bool IsWhole()
    {
        for (var j = 0; j < pairs.Jobs; j++)
        {
            if (pairs.AgentOf[j] < 0 && relaxation.Times[j] != 1) return false;
            _agentOf[j] = pairs.AgentOf[j];
        }
        for (var i = 0; i < pairs.Agents; i++)
            foreach (var pair in relaxation.Chosen(i)) _agentOf[pairs.Job[pair]] = i;
        best.Offer(_agentOf);
        return best.IsFeasible && best.Cost * scale <= _limit;
    }

    /// <summary>The open job with the fewest agents left among those that no agent or several choose; else any open one.</summary>
    private int Disputed()
    {
        var (job, fewest) = (-1, int.MaxValue);
        for (var j = 0; j < pairs.Jobs; j++)
        {
            if (pairs.AgentOf[j] >= 0) continue;
            var rank = pairs.OfJob(j).Length + (relaxation.Times[j] == 1 ? pairs.Agents : 0);
            if (rank < fewest) (job, fewest) = (j, rank);
        }
        return job;
    }
}
