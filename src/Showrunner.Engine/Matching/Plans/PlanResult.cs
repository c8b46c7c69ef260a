namespace Showrunner.Engine.Matching.Plans;

/// <summary>What a limit held, and what more of it would bring.</summary>
/// <param name="Limit">Which one.</param>
/// <param name="Index">Of the product (<see cref="PlanLimit.Samples"/>) or the seller; 0 where there is one only.</param>
/// <param name="Used">By the plan, settled pairs included.</param>
/// <param name="Most">What it allows; of new creators the least.</param>
/// <param name="Price">What one more is worth at the margin, in the unit of values: the dual value, which holds for small changes; 0 where nothing is allowed. For a budget, per unit of money.</param>
public readonly record struct LimitUse(PlanLimit Limit, int Index, double Used, double Most, double Price);

/// <summary>A limit that what is settled already breaks, and by how much.</summary>
public readonly record struct UnmetLimit(PlanLimit Limit, int Index, double By);

/// <summary>A plan, and how good it is at least.</summary>
/// <param name="Pairs">Chosen pairs, settled ones included, by creator and product in the order of their keys.</param>
/// <param name="Value">What they are expected to bring.</param>
/// <param name="Bound">What no plan can exceed; at least the value.</param>
/// <param name="Uses">Every limit that was set.</param>
/// <param name="Unmet">Limits that cannot be kept.</param>
public sealed record PlanResult(IReadOnlyList<PlanPair> Pairs, double Value, double Bound, IReadOnlyList<LimitUse> Uses, IReadOnlyList<UnmetLimit> Unmet)
{
    /// <summary>How far the plan may be from the best one, as a share of the bound; 0 when it is proven best.</summary>
    public double Gap => Bound <= 0 ? 0 : Math.Max(0, (Bound - Value) / Bound);

    internal PlanDraft Draft { get; init; } = null!;

    internal PlanPrices Prices { get; init; } = null!;

    internal PlanProblem Problem { get; init; } = null!;

    /// <summary>What keeps a creator's pair with a product out; <see cref="PlanLimit.None"/> when it is in.</summary>
    /// <exception cref="ArgumentException">There is no such pair.</exception>
    public PlanLimit WhyNot(int creator, int product)
    {
        var at = Array.IndexOf(Problem.CreatorAt, creator);
        for (var i = at < 0 ? 0 : Problem.First[at]; at >= 0 && i < Problem.Last[at]; i++)
            if (Problem.ProductAt[Problem.Pairs[i].Product] == product) return Draft.Refuses(i);
        throw new ArgumentException($"Creator {creator} and product {product} are no pair of this plan's.", nameof(product));
    }

    /// <summary>What one contact more is worth at the margin: who is to get in by himself must bring more than this after prices.</summary>
    public double ContactPrice => Prices.Contact;
}
