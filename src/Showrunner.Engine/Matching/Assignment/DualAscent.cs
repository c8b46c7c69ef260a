namespace Showrunner.Engine.Matching.Assignment;

/// <summary>
/// Raises the bound by moving prices along an average of what the agents' choices lack: the volume algorithm (Barahona and Anbil, 2000)
/// without its primal part. Steps are measured against a cost that is known to be reachable.
/// </summary>
internal sealed class DualAscent
{
    private const int EarlySteps = 150;
    private readonly Pairs _pairs;
    private readonly Relaxation _relaxation;
    private readonly double[] _direction;
    private readonly long[] _best;
    private double _stride = 1, _share = 0.3;
    private int _bad, _steps;

    public DualAscent(Pairs pairs, Relaxation relaxation)
    {
        (_pairs, _relaxation) = (pairs, relaxation);
        (_direction, _best) = (new double[pairs.Jobs], new long[pairs.Jobs]);
        for (var j = 0; j < pairs.Jobs; j++)
        {
            // Between the two cheapest, the job is still worth something to its best agent only.
            long least = long.MaxValue, second = long.MaxValue;
            foreach (var pair in pairs.OfJob(j)) (least, second) = pairs.Cost[pair] < least ? (pairs.Cost[pair], least) : (least, Math.Min(second, pairs.Cost[pair]));
            relaxation.SetPrice(j, second == long.MaxValue ? least : second);
        }
        Bound = relaxation.Evaluate();
        relaxation.Prices.CopyTo(_best, 0);
        for (var j = 0; j < pairs.Jobs; j++) _direction[j] = Lacks(j);
    }

    /// <summary>The highest bound so far, scaled.</summary>
    public long Bound { get; private set; }

    /// <summary>Whether the steps have become too small to gain anything.</summary>
    public bool IsDone => _steps > EarlySteps && _stride < 0.002;

    /// <summary>One step.</summary>
    /// <param name="target">A cost, scaled, that the bound will not exceed.</param>
    /// <returns>Whether the bound rose.</returns>
    public bool Step(long target)
    {
        // At first from where it stands: the start is a corner that every single step away from looks worse.
        var early = _steps++ < EarlySteps;
        if (_steps == EarlySteps) (_stride, _bad) = (1, 0);
        var length = 0.0;
        for (var j = 0; j < _direction.Length; j++) length += _direction[j] * _direction[j];
        if (length < 1e-9) return false;
        var step = _stride * Math.Max(1, target - Bound) / length;
        for (var j = 0; j < _direction.Length; j++)
            if (_pairs.AgentOf[j] < 0) _relaxation.SetPrice(j, (early ? _relaxation.Prices[j] : _best[j]) + (long)Math.Round(step * _direction[j]));
        var bound = _relaxation.Evaluate();
        var along = 0.0;
        for (var j = 0; j < _direction.Length; j++)
        {
            var lacks = Lacks(j);
            along += lacks * _direction[j];
            _direction[j] += _share * (lacks - _direction[j]);
        }
        if (bound <= Bound)
        {
            if (++_bad >= 10) (_bad, _stride) = (0, _stride * 0.7);
            return false;
        }
        (Bound, _bad) = (bound, 0);
        _relaxation.Prices.CopyTo(_best, 0);
        if (along > 0) _stride = Math.Min(2, _stride * 1.1);
        return true;
    }

    /// <summary>Back to the prices of the highest bound.</summary>
    public void Settle()
    {
        for (var j = 0; j < _best.Length; j++) _relaxation.SetPrice(j, _best[j]);
        _relaxation.Evaluate();
    }

    /// <summary>After pairs were struck out: the same prices may give more now.</summary>
    public void Renew()
    {
        Settle();
        Bound = Math.Max(Bound, _relaxation.Evaluate());
        (_stride, _bad) = (0.5, 0);
        for (var j = 0; j < _best.Length; j++) _direction[j] = Lacks(j);
    }

    private double Lacks(int job) => _pairs.AgentOf[job] >= 0 ? 0 : 1 - _relaxation.Times[job];
}
