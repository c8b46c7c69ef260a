using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Matching.Assignment;

/// <summary>
/// Goes straight down to one assignment: jobs that one agent alone chooses are settled there, those first that would lose most elsewhere,
/// a share at a time, prices following. What is met at the bottom is made whole and improved.
/// </summary>
internal sealed class Dive(GeneralisedAssignment given, Pairs pairs, Relaxation relaxation, Penalties penalties, Incumbent best, LocalSearch search, Meter meter, long scale, ulong seed)
{
    private const int Steps = 8;
    private const double LeastShare = 0.04, MostShare = 0.25, Noise = 0.5;
    private readonly PriceSteps _prices = new(pairs, relaxation, meter, scale);
    private readonly double[] _regrets = new double[pairs.Jobs];
    private readonly int[] _sure = new int[pairs.Jobs];
    private Chance _chance = new(seed);

    public void Go()
    {
        if (!best.IsFeasible) return;
        var (mark, prices, limit) = (pairs.Mark, _prices.Keep(), (best.Cost - 1) * scale);
        var (share, last) = (_chance.Between(LeastShare, MostShare), pairs.Mark);
        while (pairs.SettledJobs < pairs.Jobs && !meter.IsOver)
        {
            last = pairs.Mark;
            if (_prices.Raise(Steps, limit) is not { } bound || !penalties.Strike(bound, limit, out _) || !SettleSurest(share)) break;
        }
        // A step that failed half-way has left jobs without agents.
        if (pairs.SettledJobs < pairs.Jobs) pairs.Undo(last);
        relaxation.Evaluate();
        search.Improve(Repair.Of(given, pairs, relaxation));
        pairs.Undo(mark);
        _prices.Restore(prices);
    }

    private bool SettleSurest(double share)
    {
        var count = 0;
        relaxation.Evaluate();
        for (var i = 0; i < pairs.Agents; i++)
            foreach (var pair in relaxation.Chosen(i))
            {
                var job = pairs.Job[pair];
                if (relaxation.Times[job] != 1 || pairs.AgentOf[job] >= 0) continue;
                var elsewhere = long.MaxValue;
                foreach (var other in pairs.OfJob(job))
                    if (other != pair) elsewhere = Math.Min(elsewhere, penalties.Of(other));
                (_sure[count], _regrets[count++]) = (pair, -(elsewhere - penalties.Of(pair)) * _chance.Between(1 - Noise, 1 + Noise));
            }
        if (count == 0) return false;
        Array.Sort(_regrets, _sure, 0, count);
        for (var k = 0; k < Math.Min(count, Math.Max(1 + pairs.Jobs / 100, share * count)); k++)
        {
            var pair = _sure[k];
            if (pairs.AgentOf[pairs.Job[pair]] < 0 && pairs.IsOpen(pair) && !pairs.Settle(pair)) return false;
        }
        return true;
    }
}
