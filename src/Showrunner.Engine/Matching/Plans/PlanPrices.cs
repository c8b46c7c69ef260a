namespace Showrunner.Engine.Matching.Plans;

/// <summary>What one more of each limit would be worth: the multipliers of the Lagrangian relaxation, in the unit of values.</summary>
internal sealed class PlanPrices(PlanProblem problem)
{
    /// <summary>Per creator written to.</summary>
    public double Contact { get; set; }

    public double NewShare { get; set; }

    /// <summary>Per unit of money.</summary>
    public double SampleBudget { get; set; }

    /// <summary>Per unit of money.</summary>
    public double CommissionBudget { get; set; }

    public double[] Samples { get; } = new double[problem.Products.Length];

    public double[] SellerCreators { get; } = new double[problem.Sellers];

    public double[] SellerPairs { get; } = new double[problem.Sellers];

    /// <summary>What the pair is worth after paying for all it takes but the contact.</summary>
    public double Reduced(in PlanPair pair)
    {
        ref readonly var product = ref problem.Products[pair.Product];
        var worth = pair.Value - pair.Commission * CommissionBudget - SellerPairs[product.Seller];
        return pair.HasSample ? worth - Samples[pair.Product] - product.SampleCost * SampleBudget : worth;
    }

    /// <summary>What it costs that the creator is in the plan at all; less than nothing where a new one is wanted.</summary>
    public double Entry(in PlanCreator creator) => NewShare * (problem.Limits.NewShare - (creator.IsNew ? 1 : 0));

    public PlanPrices Copy()
    {
        var copy = new PlanPrices(problem) { Contact = Contact, NewShare = NewShare, SampleBudget = SampleBudget, CommissionBudget = CommissionBudget };
        Samples.CopyTo(copy.Samples, 0);
        SellerCreators.CopyTo(copy.SellerCreators, 0);
        SellerPairs.CopyTo(copy.SellerPairs, 0);
        return copy;
    }
}
