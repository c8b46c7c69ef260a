namespace Showrunner.Engine.Matching.Plans;

/// <summary>What stands between a pair and the plan.</summary>
public enum PlanLimit
{
    /// <summary>Nothing: it is in, or there is room for it.</summary>
    None,
    /// <summary>It is expected to bring nothing after costs.</summary>
    Value,
    /// <summary>The creator takes on no more, or better ones.</summary>
    Capacity,
    Contacts,
    /// <summary>No sample of the product is left.</summary>
    Samples,
    SampleBudget,
    CommissionBudget,
    CreatorsPerSeller,
    PairsPerSeller,
    /// <summary>More creators who are not new would leave too few new ones among them.</summary>
    NewShare,
}
