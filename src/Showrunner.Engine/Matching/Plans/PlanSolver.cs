namespace Showrunner.Engine.Matching.Plans;

/// <summary>
/// Chooses pairs under limits that bind them all: prices for the limits by Lagrangian relaxation, plans that keep every limit at these prices,
/// exchanges, and for few pairs an exact search. The same problem gives the same plan, whatever the order of its rows or the number of processors.
/// </summary>
public static class PlanSolver
{
    private const int Every = 12;

    /// <param name="problem">What to choose from, and the limits.</param>
    /// <param name="rounds">How often prices are moved at most; more make the bound tighter.</param>
    /// <param name="known">A plan of the same pairs under other limits, to begin from: where it still keeps the limits, the new one is worth no less.</param>
    /// <param name="progress">Called with the share done, 0 to 1.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing was planned.</exception>
    public static PlanResult Solve(PlanProblem problem, int rounds = 240, PlanResult? known = null, Action<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var bound = new PlanBound(problem);
        var greedy = new PlanGreedy(problem, bound);
        var prices = known is not null && known.Prices.Samples.Length == problem.Products.Length && known.Prices.SellerPairs.Length == problem.Sellers ? Begin(problem, known.Prices) : new PlanPrices(problem);
        var ascent = new PlanAscent(problem, bound, prices);
        PlanDraft? best = Kept(problem, known);
        for (var round = 0; round < rounds && !ascent.IsDone; round++)
        {
            cancel.ThrowIfCancellationRequested();
            ascent.Move(best?.Use.Value ?? 0);
            if (round % Every == 0) Better(greedy.Make(bound.Prices));
            progress?.Invoke((double)round / rounds);
        }
        bound.At(ascent.Best);
        cancel.ThrowIfCancellationRequested();
        var last = greedy.Make(ascent.Best, isWhole: true);
        greedy.Improve(last, ascent.Best);
        Better(last);
        if (best != last) greedy.Improve(best!, ascent.Best);
        var lowest = ascent.Lowest;
        if (PlanSearch.Exact(problem, best!, ascent.Best, bound, cancel) is { } exact) (best, lowest) = (exact, exact.Use.Value);
        return Tell(problem, best!, Math.Max(best!.Use.Value, lowest), ascent.Best, bound);

        void Better(PlanDraft draft)
        {
            if (best is null || draft.Use.Value > best.Use.Value) best = draft;
        }
    }

    private static PlanPrices Begin(PlanProblem problem, PlanPrices known)
    {
        var prices = new PlanPrices(problem);
        if (problem.Limits.NewShare > 0) prices.NewShare = known.NewShare;
        if (problem.Limits.SampleBudget is not null) prices.SampleBudget = known.SampleBudget;
        if (problem.Limits.CommissionBudget is not null) prices.CommissionBudget = known.CommissionBudget;
        for (var i = 0; i < prices.Samples.Length; i++) prices.Samples[i] = problem.Products[i].Samples is null ? 0 : known.Samples[i];
        for (var i = 0; i < prices.SellerPairs.Length; i++)
        {
            prices.SellerPairs[i] = problem.Limits.PairsPerSeller is null ? 0 : known.SellerPairs[i];
            prices.SellerCreators[i] = problem.Limits.CreatorsPerSeller is null ? 0 : known.SellerCreators[i];
        }
        return prices;
    }

    /// <summary>What of a known plan keeps these limits, pair by pair.</summary>
    private static PlanDraft? Kept(PlanProblem problem, PlanResult? known)
    {
        if (known is null) return null;
        var wanted = Enumerable.Range(0, known.Problem.Pairs.Length).Where(i => known.Draft.Has[i]).Select(i => Keys(known.Problem, i)).ToHashSet();
        var draft = new PlanDraft(problem);
        foreach (var isNew in new[] { true, false })
            for (var i = 0; i < problem.Pairs.Length; i++)
                if (problem.Creators[problem.Pairs[i].Creator].IsNew == isNew && wanted.Contains(Keys(problem, i))) draft.TryAdd(i);
        return draft;
    }

    private static (long Creator, long Product) Keys(PlanProblem problem, int pair) => (problem.Creators[problem.Pairs[pair].Creator].Key, problem.Products[problem.Pairs[pair].Product].Key);

    private static PlanResult Tell(PlanProblem problem, PlanDraft draft, double bound, PlanPrices prices, PlanBound relaxed)
    {
        var (uses, unmet) = (new List<LimitUse>(), new List<UnmetLimit>());
        var (use, limits) = (draft.Use, problem.Limits);
        Limit(PlanLimit.Contacts, 0, use.Contacts, limits.Contacts, prices.Contact);
        for (var i = 0; i < problem.Products.Length; i++) Limit(PlanLimit.Samples, problem.ProductAt[i], use.Samples[i], problem.Products[i].Samples, prices.Samples[i]);
        Limit(PlanLimit.SampleBudget, 0, use.SampleCost, limits.SampleBudget, prices.SampleBudget);
        Limit(PlanLimit.CommissionBudget, 0, use.Commission, limits.CommissionBudget, prices.CommissionBudget);
        for (var i = 0; i < problem.Sellers; i++)
        {
            Limit(PlanLimit.CreatorsPerSeller, problem.SellerAt[i], use.SellerCreators[i], limits.CreatorsPerSeller, prices.SellerCreators[i]);
            Limit(PlanLimit.PairsPerSeller, problem.SellerAt[i], use.SellerPairs[i], limits.PairsPerSeller, prices.SellerPairs[i]);
        }
        for (var i = 0; i < problem.Creators.Length; i++)
            if (draft.Held(i) > problem.Creators[i].Capacity) unmet.Add(new UnmetLimit(PlanLimit.Capacity, problem.CreatorAt[i], draft.Held(i) - problem.Creators[i].Capacity));
        if (limits.NewShare > 0)
        {
            uses.Add(new LimitUse(PlanLimit.NewShare, 0, use.NewCreators, limits.NewShare * use.Creators, prices.NewShare));
            if (relaxed.LacksNew > 0) unmet.Add(new UnmetLimit(PlanLimit.NewShare, 0, relaxed.LacksNew));
        }
        return new PlanResult([.. problem.Pairs.Where((_, i) => draft.Has[i]).Select(p => p with { Creator = problem.CreatorAt[p.Creator], Product = problem.ProductAt[p.Product] })], use.Value, bound, uses, unmet) { Draft = draft, Prices = prices, Problem = problem };

        void Limit(PlanLimit limit, int index, double used, double? most, double price)
        {
            if (most is not { } set) return;
            // What the first one would be worth where none is allowed is not known.
            uses.Add(new LimitUse(limit, index, used, set, set <= 0 ? 0 : price));
            if (used > set * (1 + 1e-9)) unmet.Add(new UnmetLimit(limit, index, used - set));
        }
    }
}
