using Showrunner.Platform;

namespace Showrunner.Matching;

/// <summary>What an offer costs where the ledger does not say.</summary>
/// <param name="Margin">Share of the price left after the cost of the goods, for products whose cost nobody told.</param>
public sealed record MatchTerms(double Margin = MatchTerms.UsualMargin)
{
    public const double UsualMargin = 0.4;

    public static MatchTerms Of(double? marginPercent) => marginPercent is null ? new()
        : marginPercent is >= 0 and <= 100 ? new(marginPercent.Value / 100) : throw new Refused("match_margin", marginPercent.Value);

    /// <summary>Of what is sold, the seller keeps this share after goods, commission and returns.</summary>
    public double Kept(MatchedProduct product) => ((product.Margin ?? Margin) - (product.Commission ?? 0)) * (1 - product.Returned);

    /// <summary>What a sample costs him, in major units; nothing where no price is known.</summary>
    public double Sample(MatchedProduct product) => product.Price is { } price ? (double)price * (1 - (product.Margin ?? Margin)) : 0;

    /// <summary>What the offer is expected to bring in 28 days after all costs, in major units.</summary>
    public double Value(MatchedProduct product, double accept, double post, double gmv) => accept * (post * gmv * Kept(product) - Sample(product));
}
