namespace Showrunner.Engine.Matching.Assignment;

/// <summary>Short subgradient steps (Held, Wolfe and Crowder, 1974) where prices are nearly right already, and prices put aside for later.</summary>
internal sealed class PriceSteps(Pairs pairs, Relaxation relaxation, Meter meter, long scale)
{
    // Towards a limit far away, steps would jump over everything near.
    private const int Reach = 2;
    private readonly Stack<long[]> _spare = new();

    /// <summary>Moves prices towards a bound above the limit, and stays at the best.</summary>
    /// <param name="steps">How many evaluations at most.</param>
    /// <param name="limit">Scaled.</param>
    /// <returns>The bound, null when it is above the limit.</returns>
    public long? Raise(int steps, long limit)
    {
        var bound = relaxation.Evaluate();
        if (bound > limit) return null;
        var (kept, top, stride) = (Keep(), bound, 1.0);
        for (var step = 0; step < steps && !meter.IsOver; step++)
        {
            var length = 0L;
            for (var j = 0; j < pairs.Jobs; j++)
                if (pairs.AgentOf[j] < 0) length += (1L - relaxation.Times[j]) * (1 - relaxation.Times[j]);
            if (length == 0) break;
            var by = stride * Math.Max(scale / 2, Math.Min(limit, top + Reach * scale) + scale / 2 - bound) / length;
            for (var j = 0; j < pairs.Jobs; j++)
                if (pairs.AgentOf[j] < 0 && relaxation.Times[j] != 1) relaxation.SetPrice(j, relaxation.Prices[j] + (long)Math.Round(by * (1 - relaxation.Times[j])));
            bound = relaxation.Evaluate();
            if (bound > limit)
            {
                _spare.Push(kept);
                return null;
            }
            if (bound > top)
            {
                top = bound;
                relaxation.Prices.CopyTo(kept, 0);
            }
            else stride *= 0.8;
        }
        Restore(kept);
        return top;
    }

    public long[] Keep()
    {
        var prices = _spare.TryPop(out var spare) ? spare : new long[pairs.Jobs];
        relaxation.Prices.CopyTo(prices, 0);
        return prices;
    }

    public void Restore(long[] prices)
    {
        Set(prices);
        _spare.Push(prices);
    }

    public void Set(long[] prices)
    {
        for (var j = 0; j < prices.Length; j++) relaxation.SetPrice(j, prices[j]);
        relaxation.Evaluate();
    }
}
