namespace Showrunner.Engine.Matching.Assignment;

/// <summary>One search from its beginning to its end.</summary>
internal sealed class AssignmentRun
{
    private const long MostScale = 1 << 16, FirstTry = 20_000_000;
    private const int AscentSteps = 1500, RepairEvery = 50, MoreSteps = 100, FarSteps = 400;
    private readonly GeneralisedAssignment _given;
    private readonly Meter _meter;
    private readonly ulong _seed;
    private readonly long _scale = MostScale, _worst;
    private readonly Pairs _pairs;
    private readonly Relaxation _relaxation;
    private readonly Penalties _penalties;

    public AssignmentRun(GeneralisedAssignment given, Meter meter, ulong seed)
    {
        (_given, _meter, _seed, Best) = (given, meter, seed, new Incumbent(given));
        var most = 1.0;
        for (var j = 0; j < given.Jobs; j++)
        {
            var dearest = long.MinValue;
            for (var i = 0; i < given.Agents; i++) (most, dearest) = (Math.Max(most, Math.Abs((double)given.Cost(i, j))), Math.Max(dearest, given.Cost(i, j)));
            _worst += dearest;
        }
        while (_scale > 1 && most * given.Jobs * _scale > 1L << 54) _scale /= 2;
        _pairs = new Pairs(given, _scale);
        _relaxation = new Relaxation(_pairs, meter);
        _penalties = new Penalties(_pairs, _relaxation, meter);
    }

    public Incumbent Best { get; }

    /// <summary>No feasible assignment costs less; the greatest number when there is none.</summary>
    public long Bound { get; private set; } = long.MinValue;

    public void Go()
    {
        if (!_pairs.Begin())
        {
            Bound = long.MaxValue;
            _pairs.Undo(0);
            Best.Offer(Shortages.Nearest(_given));
            return;
        }
        var ascent = new DualAscent(_pairs, _relaxation);
        var search = new LocalSearch(_given, Best, new Candidates(_given, _pairs, _relaxation), _meter, _seed);
        search.Improve(Repair.Of(_given, _pairs, _relaxation));
        Ascend(ascent, search);
        var tree = new TreeSearch(_pairs, _relaxation, _penalties, Best, search, _given, _meter, _scale);
        var dive = new Dive(_given, _pairs, _relaxation, _penalties, Best, search, _meter, _scale, _seed);
        for (var work = FirstTry; !IsProven && !_meter.IsOver;)
        {
            var before = Best.Cost;
            if (!StrikeOut(ascent)) break;
            search.Use(new Candidates(_given, _pairs, _relaxation));
            for (var until = _meter.Work + work; _meter.Work < until && !_meter.IsOver && !IsProven && Best.IsFeasible;) dive.Go();
            search.Wander(work / 2, Bound);
            if (!Best.IsFeasible && tree.Find(_worst, work) == false)
            {
                Bound = long.MaxValue;
                return;
            }
            for (var cost = Bound; Best.IsFeasible && !IsProven && !_meter.IsOver && cost < Best.Cost; cost++)
            {
                var answer = tree.Find(cost, work);
                if (answer == false && cost >= Bound) Bound = cost + 1;
                if (Best.Cost < before || (answer is null && cost >= Bound + 2)) break;
            }
            // Something better lets more be struck out: the same effort again goes further.
            if (Best.Cost == before) work *= 2;
        }
    }

    private bool IsProven => Bound == long.MaxValue || (Best.IsFeasible && Bound >= Best.Cost);

    private void Ascend(DualAscent ascent, LocalSearch search)
    {
        Raise(ascent.Bound);
        for (var step = 1; step <= AscentSteps && !IsProven && !ascent.IsDone && !_meter.IsOver; step++)
        {
            ascent.Step(step <= FarSteps ? Best.Target(_scale, ascent.Bound) : Near(ascent));
            Raise(ascent.Bound);
            if (step % RepairEvery != 0) continue;
            search.Use(new Candidates(_given, _pairs, _relaxation));
            search.Improve(Repair.Of(_given, _pairs, _relaxation));
        }
        ascent.Settle();
    }

    /// <returns>False when nothing better than the best is left, which proves it.</returns>
    private bool StrikeOut(DualAscent ascent)
    {
        if (!Best.IsFeasible) return true;
        var limit = (Best.Cost - 1) * _scale;
        for (var struck = 1; struck > 0 && !_meter.IsOver;)
        {
            ascent.Renew();
            Raise(ascent.Bound);
            if (IsProven) return false;
            if (_penalties.Strike(ascent.Bound, limit, out struck)) continue;
            Bound = Best.Cost;
            return false;
        }
        for (var step = 0; step < MoreSteps && !_meter.IsOver; step++) ascent.Step(Near(ascent));
        Raise(ascent.Bound);
        ascent.Settle();
        return !IsProven;
    }

    /// <summary>Steps towards a cost that is far above the bound are too long once the bound is nearly there.</summary>
    private long Near(DualAscent ascent)
    {
        var target = Best.Target(_scale, ascent.Bound);
        return Math.Min(target, ascent.Bound + Math.Max(_scale, (target - ascent.Bound) / 16));
    }

    private void Raise(long scaled)
    {
        Bound = Math.Max(Bound, scaled > 0 ? (scaled + _scale - 1) / _scale : scaled / _scale);
        if (Bound > _worst) Bound = long.MaxValue;
    }
}
