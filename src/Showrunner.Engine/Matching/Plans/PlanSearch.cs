namespace Showrunner.Engine.Matching.Plans;

/// <summary>Looks through all plans of a small problem: depth first, the best pairs first, cut off where prices show that nothing better can follow.</summary>
internal sealed class PlanSearch
{
    private const int MostPairs = 400, MostSteps = 400_000;
    private readonly PlanProblem problem;
    private readonly PlanPrices prices;
    private readonly int[] pairs;
    private readonly CancellationToken cancel;
    private readonly PlanDraft draft;
    private double best;
    private bool[] kept;
    private int steps;

    private PlanSearch(PlanProblem problem, PlanDraft known, PlanPrices prices, int[] pairs, CancellationToken cancel)
    {
        (this.problem, this.prices, this.pairs, this.cancel) = (problem, prices, pairs, cancel);
        (draft, best, kept) = (new PlanDraft(problem), known.Use.Value, [.. known.Has]);
    }

    /// <returns>The best plan of all; null where there are too many to look through.</returns>
    public static PlanDraft? Exact(PlanProblem problem, PlanDraft known, PlanPrices prices, PlanBound bound, CancellationToken cancel)
    {
        var open = Enumerable.Range(0, problem.Pairs.Length).Where(i => problem.Pairs[i].Value > 0 && !problem.Pairs[i].IsFixed && problem.Creators[problem.Pairs[i].Creator].Capacity > 0).ToArray();
        if (open.Length > MostPairs || bound.LacksNew > 0) return null;
        // A creator's pairs stand together: whether he is written to is decided once.
        var order = open.OrderByDescending(i => bound.Worth[problem.Pairs[i].Creator]).ThenBy(i => problem.Pairs[i].Creator).ThenByDescending(i => prices.Reduced(problem.Pairs[i])).ThenBy(i => i).ToArray();
        var search = new PlanSearch(problem, known, prices, order, cancel);
        if (!search.Look(0)) return null;
        var found = new PlanDraft(problem);
        for (var i = 0; i < search.kept.Length; i++)
            if (search.kept[i] && !found.Has[i]) found.Add(i);
        return found;
    }

    /// <returns>False when it was given up.</returns>
    private bool Look(int at)
    {
        if (++steps > MostSteps) return false;
        if (steps % 1000 == 0) cancel.ThrowIfCancellationRequested();
        if (draft.Use.Value > best && draft.Use.NewCreators + 1e-9 >= problem.Limits.NewShare * draft.Use.Creators)
        {
            best = draft.Use.Value;
            kept = [.. draft.Has];
        }
        if (at == pairs.Length || draft.Use.Value + Left(at) <= best * (1 + 1e-12)) return true;
        if (Fits(pairs[at]))
        {
            draft.Add(pairs[at]);
            var whole = Look(at + 1);
            draft.Remove(pairs[at]);
            if (!whole) return false;
        }
        return Look(at + 1);
    }

    /// <summary>The share of new creators is kept at the end, not on the way.</summary>
    private bool Fits(int pair) => draft.Refuses(pair) is PlanLimit.None or PlanLimit.NewShare && (problem.Limits.NewShare == 0 || FitsBut(pair));

    private bool FitsBut(int index)
    {
        if (draft.Refuses(index) == PlanLimit.None) return true;
        ref readonly var pair = ref problem.Pairs[index];
        ref readonly var product = ref problem.Products[pair.Product];
        var limits = problem.Limits;
        return !(pair.HasSample && draft.Use.SampleCost + product.SampleCost > limits.SampleBudget * (1 + 1e-9))
            && !(draft.Use.Commission + pair.Commission > limits.CommissionBudget * (1 + 1e-9))
            && !(draft.Use.SellerPairs[product.Seller] >= limits.PairsPerSeller)
            && !(draft.Use.SellerCreators[product.Seller] >= limits.CreatorsPerSeller);
    }

    /// <summary>What the rest can add at most: each creator his best pairs after prices, and what is left of the limits at their prices; or without prices.</summary>
    private double Left(int at)
    {
        var (priced, plain) = (Rest(at, true), Rest(at, false));
        return Math.Min(priced, plain);
    }

    private double Rest(int at, bool isPriced)
    {
        var use = draft.Use;
        var limits = problem.Limits;
        var sum = 0.0;
        if (isPriced)
        {
            if (limits.NewShare > 0) sum += prices.NewShare * (use.NewCreators - limits.NewShare * use.Creators);
            sum += prices.Contact * Math.Max(0, (limits.Contacts ?? 0) - use.Contacts) + prices.SampleBudget * Math.Max(0, (limits.SampleBudget ?? 0) - use.SampleCost) + prices.CommissionBudget * Math.Max(0, (limits.CommissionBudget ?? 0) - use.Commission);
            for (var i = 0; i < problem.Products.Length; i++) sum += prices.Samples[i] * Math.Max(0, (problem.Products[i].Samples ?? 0) - use.Samples[i]);
            for (var i = 0; i < problem.Sellers; i++) sum += prices.SellerPairs[i] * Math.Max(0, (limits.PairsPerSeller ?? 0) - use.SellerPairs[i]);
            for (var i = 0; i < problem.Sellers; i++) sum += prices.SellerCreators[i] * Math.Max(0, (limits.CreatorsPerSeller ?? 0) - use.SellerCreators[i]);
        }
        for (var i = at; i < pairs.Length;)
        {
            var creator = problem.Pairs[pairs[i]].Creator;
            var (room, net, single) = (problem.Creators[creator].Capacity - draft.Held(creator), 0.0, double.NegativeInfinity);
            for (; i < pairs.Length && problem.Pairs[pairs[i]].Creator == creator; i++)
            {
                var worth = isPriced ? prices.Reduced(problem.Pairs[pairs[i]]) : problem.Pairs[pairs[i]].Value;
                single = Math.Max(single, worth);
                // Sorted by worth after prices, so the first are the best; without prices all count, which is only more.
                if (worth > 0 && (room-- > 0 || !isPriced)) net += worth;
            }
            if (draft.Held(creator) > 0 || !isPriced) { sum += Math.Max(0, net); continue; }
            if (net <= 0) net = single;
            sum += Math.Max(0, net - (problem.Creators[creator].IsConnected ? 0 : prices.Contact) - prices.Entry(problem.Creators[creator]));
        }
        return sum;
    }
}
