namespace Showrunner.Engine.Matching.Plans;

/// <summary>Makes plans that keep every limit: from what creators would take at given prices, filled up with what still fits, then improved by exchanges.</summary>
internal sealed class PlanGreedy(PlanProblem problem, PlanBound bound)
{
    private const int MostTried = 60_000, Rounds = 4, Parts = 64;
    private readonly double[] net = new double[problem.Pairs.Length];

    /// <summary>At the prices that the bound was last evaluated at.</summary>
    /// <param name="isWhole">Filled up too where there are many pairs to go through.</param>
    public PlanDraft Make(PlanPrices prices, bool isWhole = false)
    {
        var draft = new PlanDraft(problem);
        var creators = Enumerable.Range(0, problem.Creators.Length).Where(c => bound.Of(c).Length > 0).ToArray();
        var order = creators.Select(c => -(bound.Worth[c] - (bound.Pays(c) ? prices.Contact : 0))).ToArray();
        Array.Sort(order, creators);
        // New creators first: they make room for others.
        foreach (var isNew in new[] { true, false })
            foreach (var creator in creators)
                if (problem.Creators[creator].IsNew == isNew)
                    foreach (var pair in bound.Of(creator)) draft.TryAdd(pair);
        if (isWhole || problem.Pairs.Length <= MostTried) Fill(draft, prices);
        return draft;
    }

    /// <summary>Adds what fits, the best after prices first.</summary>
    public void Fill(PlanDraft draft, PlanPrices prices)
    {
        foreach (var pair in Candidates(draft, prices)) draft.TryAdd(pair);
    }

    /// <summary>Takes something out where something better then fits, while that helps.</summary>
    public void Improve(PlanDraft draft, PlanPrices prices)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var before = draft.Use.Value;
            var weakest = new Weakest(problem, draft);
            var candidates = Candidates(draft, prices);
            foreach (var pair in candidates)
            {
                if (draft.TryAdd(pair)) continue;
                var victims = weakest.For(pair, draft.Refuses(pair));
                if (victims.Count > 0) Exchange(draft, pair, victims);
            }
            foreach (var pair in candidates) draft.TryAdd(pair);
            if (draft.Use.Value <= before * (1 + 1e-12)) break;
        }
    }

    private void Exchange(PlanDraft draft, int pair, List<int> victims)
    {
        var before = draft.Use.Value;
        foreach (var victim in victims) draft.Remove(victim);
        var added = new List<int>();
        if (draft.TryAdd(pair)) added.Add(pair);
        if (added.Count > 0)
        {
            // He is written to now: his other products cost no contact any more.
            foreach (var other in bound.Of(problem.Pairs[pair].Creator))
                if (draft.TryAdd(other)) added.Add(other);
            foreach (var victim in victims)
                if (draft.TryAdd(victim)) added.Add(victim);
            if (draft.Use.Value > before && draft.HasEnoughNew) return;
        }
        for (var i = added.Count - 1; i >= 0; i--) draft.Remove(added[i]);
        foreach (var victim in victims) draft.Add(victim);
    }

    /// <summary>Pairs outside the draft by what they are worth after prices, the best of them.</summary>
    private int[] Candidates(PlanDraft draft, PlanPrices prices)
    {
        Parallel.For(0, Parts, part =>
        {
            for (int i = (int)((long)net.Length * part / Parts), to = (int)((long)net.Length * (part + 1) / Parts); i < to; i++)
            {
                ref readonly var pair = ref problem.Pairs[i];
                net[i] = draft.Has[i] || !(pair.Value > 0) || draft.Refuses(i) is PlanLimit.CommissionBudget or PlanLimit.SampleBudget ? double.PositiveInfinity
                    : (draft.Held(pair.Creator) == 0 && bound.Pays(pair.Creator) ? prices.Contact : 0) - prices.Reduced(pair);
            }
        });
        var limit = net.Length > MostTried ? Nth((double[])net.Clone(), MostTried) : double.MaxValue;
        var (at, keys) = (new List<int>(MostTried), new List<double>(MostTried));
        for (var i = 0; i < net.Length; i++)
        {
            if (net[i] > limit || double.IsInfinity(net[i])) continue;
            at.Add(i);
            keys.Add(net[i]);
        }
        var sorted = at.ToArray();
        Array.Sort(keys.ToArray(), sorted);
        return sorted;
    }

    private static double Nth(double[] values, int n)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = values[low + (high - low) / 2];
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot) i++;
                while (values[j] > pivot) j--;
                if (i > j) break;
                (values[i], values[j]) = (values[j], values[i]);
                (i, j) = (i + 1, j - 1);
            }
            if (n <= j) high = j;
            else if (n >= i) low = i;
            else break;
        }
        return values[n];
    }
}
