namespace Showrunner.Engine.Matching.Plans;

/// <summary>A set of pairs that keeps every limit while it grows and shrinks; pairs that are settled already stay in whatever they take.</summary>
internal sealed class PlanDraft
{
    private const double Rounding = 1e-9;
    private readonly PlanProblem problem;
    private readonly int[] held;
    private readonly Dictionary<(int Creator, int Seller), int> sellers = [];

    public PlanDraft(PlanProblem problem)
    {
        this.problem = problem;
        (Has, held, Use) = (new bool[problem.Pairs.Length], new int[problem.Creators.Length], new PlanUse(problem));
        for (var i = 0; i < problem.Pairs.Length; i++)
            if (problem.Pairs[i].IsFixed) Add(i);
    }

    public bool[] Has { get; }

    public PlanUse Use { get; }

    public bool HasEnoughNew => Use.NewCreators + Rounding >= problem.Limits.NewShare * Use.Creators;

    public int Held(int creator) => held[creator];

    /// <summary>The first limit that keeps the pair out.</summary>
    public PlanLimit Refuses(int index)
    {
        ref readonly var pair = ref problem.Pairs[index];
        if (Has[index]) return PlanLimit.None;
        if (!(pair.Value > 0)) return PlanLimit.Value;
        ref readonly var creator = ref problem.Creators[pair.Creator];
        ref readonly var product = ref problem.Products[pair.Product];
        var limits = problem.Limits;
        if (held[pair.Creator] >= creator.Capacity) return PlanLimit.Capacity;
        if (pair.HasSample && Use.Samples[pair.Product] >= product.Samples) return PlanLimit.Samples;
        if (held[pair.Creator] == 0)
        {
            if (!creator.IsConnected && Use.Contacts >= limits.Contacts) return PlanLimit.Contacts;
            if (!creator.IsNew && Use.NewCreators + Rounding < limits.NewShare * (Use.Creators + 1)) return PlanLimit.NewShare;
        }
        if (pair.HasSample && Use.SampleCost + product.SampleCost > limits.SampleBudget * (1 + Rounding)) return PlanLimit.SampleBudget;
        if (Use.Commission + pair.Commission > limits.CommissionBudget * (1 + Rounding)) return PlanLimit.CommissionBudget;
        if (Use.SellerPairs[product.Seller] >= limits.PairsPerSeller) return PlanLimit.PairsPerSeller;
        if (Use.SellerCreators[product.Seller] >= limits.CreatorsPerSeller && !sellers.ContainsKey((pair.Creator, product.Seller))) return PlanLimit.CreatorsPerSeller;
        return PlanLimit.None;
    }

    public bool TryAdd(int index)
    {
        if (Has[index] || Refuses(index) != PlanLimit.None) return false;
        Add(index);
        return true;
    }

    public void Add(int index)
    {
        ref readonly var pair = ref problem.Pairs[index];
        if (held[pair.Creator]++ == 0) Use.CountCreator(problem.Creators[pair.Creator]);
        if (problem.Limits.CreatorsPerSeller is not null) Join(pair, 1);
        Use.Count(pair);
        Has[index] = true;
    }

    public void Remove(int index)
    {
        ref readonly var pair = ref problem.Pairs[index];
        if (--held[pair.Creator] == 0) Use.CountCreator(problem.Creators[pair.Creator], -1);
        if (problem.Limits.CreatorsPerSeller is not null) Join(pair, -1);
        Use.Count(pair, -1);
        Has[index] = false;
    }

    /// <summary>Whether taking the creator out would leave too few new ones.</summary>
    public bool Needs(int creator) => problem.Creators[creator].IsNew && held[creator] > 0 && Use.NewCreators - 1 + Rounding < problem.Limits.NewShare * (Use.Creators - 1);

    private void Join(in PlanPair pair, int sign)
    {
        var seller = problem.Products[pair.Product].Seller;
        var count = sellers.GetValueOrDefault((pair.Creator, seller)) + sign;
        if (count == 0) sellers.Remove((pair.Creator, seller));
        else sellers[(pair.Creator, seller)] = count;
        if (count == (sign > 0 ? 1 : 0)) Use.SellerCreators[seller] += sign;
    }
}
