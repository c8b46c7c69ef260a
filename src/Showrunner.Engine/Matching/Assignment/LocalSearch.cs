using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Matching.Assignment;

/// <summary>
/// Improves an assignment by shifting a job, by swapping two, and by chains in which a job pushes another out of its agent (ejection
/// chains and a price on overload that rises and falls; Yagiura, Ibaraki and Glover, 2004), and again after small random kicks.
/// </summary>
internal sealed class LocalSearch
{
    private readonly GeneralisedAssignment _given;
    private readonly Incumbent _best;
    private readonly Meter _meter;
    private readonly Loads _loads;
    private readonly Queue<int> _due = new();
    private readonly bool[] _isDue;
    private readonly int[] _kept;
    private Candidates _candidates;
    private Chance _chance;
    private readonly double _dearest = 1, _heaviest;
    private double _overPrice;

    public LocalSearch(GeneralisedAssignment given, Incumbent best, Candidates candidates, Meter meter, ulong seed)
    {
        (_given, _best, _candidates, _meter, _chance) = (given, best, candidates, meter, new Chance(seed));
        (_loads, _isDue, _kept) = (new Loads(given), new bool[given.Jobs], new int[given.Jobs]);
        var (cost, weight) = (1.0, 1.0);
        for (var j = 0; j < given.Jobs; j++)
            foreach (var i in candidates.Of(j))
            {
                (cost, weight) = (cost + Math.Abs((double)given.Cost(i, j)), weight + given.Weight(i, j));
                (_dearest, _heaviest) = (Math.Max(_dearest, Math.Abs((double)given.Cost(i, j))), Math.Max(_heaviest, (double)given.Weight(i, j) * given.Jobs));
            }
        _overPrice = cost / weight;
    }

    public void Use(Candidates candidates) => _candidates = candidates;

    /// <summary>From any assignment to one that no small change improves.</summary>
    public void Improve(ReadOnlySpan<int> agentOf)
    {
        _loads.Set(agentOf);
        for (var j = 0; j < _given.Jobs; j++) Enqueue(j);
        Descend();
        // A price on overload that was too low leaves some behind.
        for (var round = 0; round < 12 && _loads.Overload > 0 && !_meter.IsOver; round++)
        {
            Charge(1.5);
            for (var j = 0; j < _given.Jobs; j++) Enqueue(j);
            Descend();
        }
        _best.Offer(_loads.AgentOf);
    }

    /// <summary>Kicks and improves, from the best so far, until so many steps are done.</summary>
    /// <param name="work">Steps.</param>
    /// <param name="enough">A cost at which it may stop.</param>
    public void Wander(long work, long enough)
    {
        if (_given.Agents < 2 || _given.Jobs == 0) return;
        var until = _meter.Work + work;
        _loads.Set(_best.AgentOf);
        _best.AgentOf.CopyTo(_kept, 0);
        var (kept, idle) = (Score(), 0);
        while (_meter.Work < until && !_meter.IsOver && (!_best.IsFeasible || _best.Cost > enough))
        {
            _meter.Spend(_given.Jobs + _given.Agents);
            for (var kicks = 1 + _chance.Below(4); kicks > 0; kicks--) Kick();
            Descend();
            Charge(_loads.Overload > 0 ? 1.05 : 0.97);
            if (_loads.Overload <= _best.Overload && _best.Offer(_loads.AgentOf)) idle = 0;
            if (Score() is var score && (score <= kept || _chance.Hits(0.02)))
            {
                kept = score;
                _loads.AgentOf.CopyTo(_kept, 0);
            }
            else _loads.Set(_kept);
            if (++idle % 500 != 0) continue;
            _loads.Set(_best.AgentOf);
            _best.AgentOf.CopyTo(_kept, 0);
            kept = Score();
        }
    }

    /// <summary>Above four costs, no change of two jobs can make up for a unit of overload, and more would only cost precision.</summary>
    private void Charge(double times) => _overPrice = Math.Clamp(_overPrice * times, 1e-3, 4 * _dearest + 1);

    private double Score() => _loads.Cost + _overPrice * _loads.Overload;

    private void Kick()
    {
        var job = _chance.Below(_given.Jobs);
        var candidates = _candidates.Of(job);
        if (candidates.Length == 0) return;
        var (from, to) = (_loads.AgentOf[job], candidates[_chance.Below(candidates.Length)]);
        if (to == from) return;
        _loads.Move(job, to);
        Touch(from);
        Touch(to);
    }

    private void Descend()
    {
        while (_due.TryDequeue(out var job))
        {
            _isDue[job] = false;
            if (_meter.IsOver) continue;
            while (Push(job) && !_meter.IsOver) { }
        }
    }

    /// <summary>The best change that begins with this job, if any is for the better.</summary>
    private bool Push(int job)
    {
        var from = _loads.AgentOf[job];
        // Less than this may be rounding, and rounding can go in circles.
        var (best, to, pushed, away, steps) = (-Math.Max(1e-6, 1e-14 * (_dearest + _overPrice * _heaviest)), -1, -1, -1, 0L);
        var leaving = _given.Weight(from, job);
        var relief = _overPrice * _loads.Rise(from, -leaving) - _given.Cost(from, job);
        foreach (var b in _candidates.Of(job))
        {
            if (b == from) continue;
            var (weight, gain) = (_given.Weight(b, job), relief + _given.Cost(b, job));
            var shift = gain + _overPrice * _loads.Rise(b, weight);
            if (shift < best) (best, to, pushed) = (shift, b, -1);
            foreach (var k in _loads.OfAgent(b))
            {
                var half = gain - _given.Cost(b, k) + _overPrice * _loads.Rise(b, weight - _given.Weight(b, k));
                steps++;
                if (half + _candidates.Least(k) >= best) continue;
                var candidates = _candidates.Of(k);
                steps += candidates.Length;
                foreach (var t in candidates)
                {
                    if (t == b) continue;
                    var whole = half + _given.Cost(t, k);
                    if (whole >= best && t != from) continue;
                    whole += t == from
                        ? _overPrice * (_loads.Rise(from, _given.Weight(from, k) - leaving) - _loads.Rise(from, -leaving))
                        : _overPrice * _loads.Rise(t, _given.Weight(t, k));
                    if (whole < best) (best, to, pushed, away) = (whole, b, k, t);
                }
            }
        }
        _meter.Spend(steps + 1);
        if (to < 0) return false;
        if (pushed >= 0) _loads.Move(pushed, away);
        _loads.Move(job, to);
        Touch(from);
        Touch(to);
        if (pushed >= 0) Touch(away);
        return true;
    }

    private void Touch(int agent)
    {
        foreach (var job in _loads.OfAgent(agent)) Enqueue(job);
    }

    private void Enqueue(int job)
    {
        if (_isDue[job]) return;
        _isDue[job] = true;
        _due.Enqueue(job);
    }
}
