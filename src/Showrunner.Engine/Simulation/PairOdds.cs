namespace Showrunner.Engine.Simulation;

/// <summary>
/// The truth about one creator and one product: what happens on the way from an offer to an order, and how likely each step is.
/// A funnel of logistic and multiplicative parts; its constants are chosen so that an indifferent pair has
/// <see cref="NeutralClick"/> and <see cref="NeutralOrder"/>, the published middle of shoppable videos.
/// </summary>
/// <param name="Accept">Probability that he takes the offer.</param>
/// <param name="Post">Probability that he posts once he has the sample.</param>
/// <param name="Click">Probability that a view becomes a click on the product.</param>
/// <param name="Order">Probability that a click becomes an order.</param>
public readonly record struct PairOdds(double Accept, double Post, double Click, double Order)
{
    /// <summary>Clicks per view of an indifferent pair.</summary>
    public const double NeutralClick = 0.022;
    /// <summary>Orders per click of an indifferent pair.</summary>
    public const double NeutralOrder = 0.1;

    /// <summary>Orders per view against an indifferent pair: 1 is neutral, most lie between 0.1 and 4.</summary>
    public double Appeal => Click * Order / (NeutralClick * NeutralOrder);

    /// <summary>The odds of this pair. Depends on taste for the category, price against his band, skill, quality, commission and audience, and on nothing else.</summary>
    public static PairOdds Of(CreatorTraits creator, ProductTraits product)
    {
        var lift = creator.Lift(product.Category);
        var away = (product.PriceLevel - creator.PriceLevel) / creator.PriceWidth;
        var price = Math.Exp(-away * away / 2);
        var audience = 1.15 - 0.6 * Math.Abs(creator.FemaleShare - product.FemaleShare);
        var skill = Math.Sqrt(creator.Skill);
        var accept = 1 / (1 + Math.Exp(-(-0.9 + 1.1 * Math.Log(lift + 0.02) + 8 * (product.CommissionRate - 0.12) + 1.4 * (price - 0.5) + product.Quality - 0.55)));
        var post = creator.Reliability * (0.7 + 0.3 * Math.Min(1, lift * price));
        var click = Math.Min(0.4, NeutralClick * skill * (0.15 + 0.85 * Math.Pow(lift, 0.7)) * audience);
        var order = Math.Min(0.6, NeutralOrder * skill * (0.45 + product.Quality) * (0.4 + 0.85 * price));
        return new PairOdds(accept, post, click, order);
    }
}
