namespace Showrunner.Engine.Simulation;

/// <summary>What a product is like: some of it is on its page (price, commission), some only shows in what happens (quality).</summary>
/// <param name="Category">Index of its category.</param>
/// <param name="PriceLevel">Where its price stands in its category, 0 the cheapest to 1 the dearest, on a logarithmic scale.</param>
/// <param name="Quality">0 to 1; what is poor sells worse and comes back oftener.</param>
/// <param name="CommissionRate">Share of the price that its creators get: 0.12 is 12 %.</param>
/// <param name="FemaleShare">Share of women among those it is made for, 0 to 1.</param>
public readonly record struct ProductTraits(int Category, double PriceLevel, double Quality, double CommissionRate, double FemaleShare)
{
    /// <summary>How much oftener than usual it comes back: 1.9 times for the poorest, 0.3 for the best, 1 at a quality of 0.5625.</summary>
    public double RefundFactor => 1.9 - 1.6 * Quality;

    /// <summary>Quality as drawn for a market: most is decent, little is very good or poor (mean of two even draws, 0.125 to 1).</summary>
    public static double DrawQuality(ref Chance chance) => 0.125 + 0.875 * (chance.Next() + chance.Next()) / 2;
}
