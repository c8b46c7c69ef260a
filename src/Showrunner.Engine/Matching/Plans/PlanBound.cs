namespace Showrunner.Engine.Matching.Plans;

/// <summary>
/// The plan at given prices (Lagrangian relaxation: Geoffrion, 1974): every creator by himself takes what is worth most to him after prices,
/// exactly, and the sum with the worth of all limits is more than any plan can reach. The price of contacts is the best one for all others.
/// </summary>
internal sealed class PlanBound
{
    private const int Parts = 64;
    private readonly PlanProblem problem;
    private readonly PlanUse settled;
    private readonly int[] held, room, at;
    private readonly double newShareLeft;

    public PlanBound(PlanProblem problem)
    {
        this.problem = problem;
        var draft = new PlanDraft(problem);
        settled = draft.Use;
        held = [.. Enumerable.Range(0, problem.Creators.Length).Select(draft.Held)];
        at = new int[problem.Creators.Length];
        room = new int[problem.Creators.Length];
        var total = 0;
        for (var creator = 0; creator < room.Length; creator++)
        {
            room[creator] = Math.Max(0, Math.Min(problem.Creators[creator].Capacity - held[creator], problem.Last[creator] - problem.First[creator]));
            (at[creator], total) = (total, total + room[creator]);
        }
        (Taken, Count, Worth) = (new int[total], new int[problem.Creators.Length], new double[problem.Creators.Length]);
        (Use, Prices) = (new PlanUse(problem), new PlanPrices(problem));
        var lacking = problem.Limits.NewShare * settled.Creators - settled.NewCreators;
        var reach = (1 - problem.Limits.NewShare) * Enumerable.Range(0, held.Length).Count(c => held[c] == 0 && room[c] > 0 && problem.Creators[c].IsNew);
        LacksNew = lacking > reach + 1e-9 ? lacking : 0;
        newShareLeft = LacksNew > 0 ? 0 : -lacking;
    }

    /// <summary>How many new creators too few there are for those settled already, whatever is planned.</summary>
    public double LacksNew { get; }

    /// <summary>What each creator's best is worth after all prices but the contact's.</summary>
    public double[] Worth { get; }

    /// <summary>Those that it was evaluated at.</summary>
    public PlanPrices Prices { get; private set; }

    /// <summary>What all take at these prices, settled pairs aside.</summary>
    public PlanUse Use { get; private set; }

    private int[] Taken { get; }

    private int[] Count { get; }

    /// <summary>The pairs that a creator would take.</summary>
    public ReadOnlySpan<int> Of(int creator) => Taken.AsSpan(at[creator], Count[creator]);

    public bool Pays(int creator) => held[creator] == 0 && !problem.Creators[creator].IsConnected;

    public double Left(double? limit, double used) => Math.Max(0, limit.GetValueOrDefault() - used);

    public double ContactsLeft => Left(problem.Limits.Contacts, settled.Contacts);

    public double SampleBudgetLeft => Left(problem.Limits.SampleBudget, settled.SampleCost);

    public double CommissionLeft => Left(problem.Limits.CommissionBudget, settled.Commission);

    public double NewShareLeft => newShareLeft;

    public double SamplesLeft(int product) => Left(problem.Products[product].Samples, settled.Samples[product]);

    public double SellerPairsLeft(int seller) => Left(problem.Limits.PairsPerSeller, settled.SellerPairs[seller]);

    public double SellerCreatorsLeft(int seller) => Left(problem.Limits.CreatorsPerSeller, settled.SellerCreators[seller]);

    /// <summary>What no plan can exceed. Sets the price of contacts.</summary>
    public double At(PlanPrices prices)
    {
        Split((from, to, _) =>
        {
            var bundle = new CreatorBundle(problem, prices);
            for (var creator = from; creator < to; creator++)
            {
                Worth[creator] = bundle.Choose(creator, room[creator], held[creator] > 0, Taken.AsSpan(at[creator], room[creator]), out Count[creator]);
            }
        });
        prices.Contact = problem.Limits.Contacts is null ? 0 : ContactPrice();
        Prices = prices.Copy();
        var uses = new PlanUse[Parts];
        var sums = new double[Parts];
        Split((from, to, part) =>
        {
            var use = uses[part] = new PlanUse(problem);
            for (var creator = from; creator < to; creator++)
            {
                var net = Worth[creator] - (Pays(creator) ? prices.Contact : 0);
                if (net <= 0) { Count[creator] = 0; continue; }
                sums[part] += net;
                Tally(use, creator);
            }
        });
        Use = new PlanUse(problem);
        var bound = settled.Value + LimitsWorth(prices);
        for (var part = 0; part < Parts; part++)
        {
            bound += sums[part];
            Use.Add(uses[part]);
        }
        return bound;
    }

    private void Tally(PlanUse use, int creator)
    {
        if (held[creator] == 0) use.CountCreator(problem.Creators[creator]);
        var taken = Of(creator);
        for (var k = 0; k < taken.Length; k++)
        {
            ref readonly var pair = ref problem.Pairs[taken[k]];
            use.Count(pair);
            if (problem.Limits.CreatorsPerSeller is null) continue;
            var seller = problem.Products[pair.Product].Seller;
            var isFirst = true;
            for (var before = 0; before < k; before++) isFirst &= problem.Products[problem.Pairs[taken[before]].Product].Seller != seller;
            if (isFirst && !problem.WorksFor(creator, seller)) use.SellerCreators[seller]++;
        }
    }

    /// <summary>With so many contacts left, what the best creator who gets none would be worth.</summary>
    private double ContactPrice()
    {
        var worth = new List<double>();
        for (var creator = 0; creator < Worth.Length; creator++)
            if (Worth[creator] > 0 && Pays(creator)) worth.Add(Worth[creator]);
        var left = (int)ContactsLeft;
        if (worth.Count <= left) return 0;
        worth.Sort();
        return worth[worth.Count - 1 - left];
    }

    private double LimitsWorth(PlanPrices prices)
    {
        var worth = prices.Contact * ContactsLeft + prices.NewShare * newShareLeft + prices.SampleBudget * SampleBudgetLeft + prices.CommissionBudget * CommissionLeft;
        for (var product = 0; product < prices.Samples.Length; product++) worth += prices.Samples[product] * SamplesLeft(product);
        for (var seller = 0; seller < prices.SellerPairs.Length; seller++) worth += prices.SellerPairs[seller] * SellerPairsLeft(seller) + prices.SellerCreators[seller] * SellerCreatorsLeft(seller);
        return worth;
    }

    /// <summary>The same parts whatever the number of processors, so that sums are the same to the last digit.</summary>
    private void Split(Action<int, int, int> work) => Parallel.For(0, Parts, part =>
        work((int)((long)problem.Creators.Length * part / Parts), (int)((long)problem.Creators.Length * (part + 1) / Parts), part));
}
