namespace Showrunner.Engine.Matching.Plans;

/// <summary>How much of each limit a set of pairs takes.</summary>
internal sealed class PlanUse(PlanProblem problem)
{
    public double Value { get; set; }

    public int Contacts { get; set; }

    public int Creators { get; set; }

    public int NewCreators { get; set; }

    public double SampleCost { get; set; }

    public double Commission { get; set; }

    public int[] Samples { get; } = new int[problem.Products.Length];

    public int[] SellerCreators { get; } = new int[problem.Sellers];

    public int[] SellerPairs { get; } = new int[problem.Sellers];

    public void Count(in PlanPair pair, int sign = 1)
    {
        ref readonly var product = ref problem.Products[pair.Product];
        Value += sign * pair.Value;
        Commission += sign * pair.Commission;
        SellerPairs[product.Seller] += sign;
        if (!pair.HasSample) return;
        SampleCost += sign * product.SampleCost;
        Samples[pair.Product] += sign;
    }

    public void CountCreator(in PlanCreator creator, int sign = 1)
    {
        Creators += sign;
        if (creator.IsNew) NewCreators += sign;
        if (!creator.IsConnected) Contacts += sign;
    }

    public void Add(PlanUse other)
    {
        Value += other.Value;
        (Contacts, Creators, NewCreators) = (Contacts + other.Contacts, Creators + other.Creators, NewCreators + other.NewCreators);
        (SampleCost, Commission) = (SampleCost + other.SampleCost, Commission + other.Commission);
        for (var i = 0; i < Samples.Length; i++) Samples[i] += other.Samples[i];
        for (var i = 0; i < SellerPairs.Length; i++) (SellerPairs[i], SellerCreators[i]) = (SellerPairs[i] + other.SellerPairs[i], SellerCreators[i] + other.SellerCreators[i]);
    }
}
