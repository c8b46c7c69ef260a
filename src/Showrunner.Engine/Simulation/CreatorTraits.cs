namespace Showrunner.Engine.Simulation;

/// <summary>
/// What a creator is like and nobody is told: the hidden side of a simulated market, from which his figures follow (<see cref="PairOdds"/>).
/// </summary>
/// <param name="Taste">Share of his heart per category; adds up to 1.</param>
/// <param name="PriceLevel">Which prices suit him, 0 the cheapest of a category to 1 its dearest.</param>
/// <param name="PriceWidth">How far around it he still sells well, as a standard deviation of the same scale.</param>
/// <param name="Skill">How well he sells; 1 is the median, most lie between 0.5 and 2.</param>
/// <param name="Reliability">Probability that he posts about a sample he took, 0 to 1.</param>
/// <param name="Language">Index of his language among the market's.</param>
/// <param name="FemaleShare">Share of women in his audience, 0 to 1.</param>
/// <param name="YoungShare">Share of people under 25 in his audience, 0 to 1.</param>
public sealed record CreatorTraits(double[] Taste, double PriceLevel, double PriceWidth, double Skill, double Reliability, int Language, double FemaleShare, double YoungShare)
{
    /// <summary>How many times an even taste this category has: 1 is indifference.</summary>
    public double Lift(int category) => Taste[category] * Taste.Length;

    /// <summary>Draws a creator whose heart is mainly in one category: 50 to 80 % there, the rest broken at random over the others.</summary>
    /// <param name="main">The category he is known for.</param>
    /// <param name="categories">How many the market has, at least 1.</param>
    /// <param name="languages">Share of each language among the market's creators; adds up to 1.</param>
    /// <param name="chance">His own chance.</param>
    public static CreatorTraits Draw(int main, int categories, IReadOnlyList<double> languages, ref Chance chance)
    {
        var taste = new double[categories];
        var (heart, others) = (categories == 1 ? 1 : chance.Between(0.5, 0.8), 0.0);
        for (var i = 0; i < categories; i++)
        {
            // A stick broken at random: exponential pieces, made to add up.
            if (i != main) others += taste[i] = -Math.Log(1 - chance.Next());
        }
        for (var i = 0; i < categories; i++) taste[i] = i == main ? heart : taste[i] / others * (1 - heart);
        return new CreatorTraits(taste, chance.Between(0.1, 0.9), chance.Between(0.15, 0.4), chance.LogNormal(0.35), chance.Between(0.45, 0.98),
            Spoken(languages, chance.Next()), chance.Between(0.2, 0.9), chance.Between(0.1, 0.7));
    }

    private static int Spoken(IReadOnlyList<double> shares, double at)
    {
        for (var i = 0; i < shares.Count - 1; i++)
            if ((at -= shares[i]) < 0) return i;
        return shares.Count - 1;
    }
}
