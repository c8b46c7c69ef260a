using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Simulation;

public sealed class ChanceTests
{
    /// <summary>The first numbers of SplitMix64 from seed 1234567, as the method's authors publish them.</summary>
    [Fact]
    public void Draws_the_published_numbers()
    {
        var chance = new Chance(1234567);
        foreach (var published in new[] { 6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL })
            Assert.Equal((published >> 11) * (1.0 / (1UL << 53)), chance.Next());
    }

    [Fact]
    public void Every_place_has_a_chance_of_its_own()
    {
        var first = new HashSet<double>();
        for (var a = 0; a < 4; a++)
            for (var b = 0; b < 500; b++)
                Assert.True(first.Add(Chance.Of(7, a, b, 0).Next()));
        Assert.Equal(Chance.Of(7, 1, 2, 3).Next(), Chance.Of(7, 1, 2, 3).Next());
        Assert.NotEqual(Chance.Of(7, 1, 2, 3).Next(), Chance.Of(8, 1, 2, 3).Next());
    }

    [Theory, InlineData(0.3), InlineData(4.0), InlineData(120.0)]
    public void Poisson_has_its_mean_and_its_variance(double mean)
    {
        var chance = new Chance(5);
        var draws = Enumerable.Range(0, 40_000).Select(_ => (double)chance.Poisson(mean)).ToList();
        var average = draws.Average();
        Assert.InRange(average, mean * 0.97, mean * 1.03);
        Assert.InRange(draws.Sum(d => (d - average) * (d - average)) / draws.Count, mean * 0.94, mean * 1.06);
    }

    [Fact]
    public void Long_tails_have_median_one_and_popular_numbers_stay_below_the_limit()
    {
        var chance = new Chance(11);
        var tail = Enumerable.Range(0, 20_001).Select(_ => chance.LogNormal(1.1)).Order().ToList();
        Assert.InRange(tail[10_000], 0.96, 1.04);
        Assert.InRange(tail[^201], 8, 20); // the best hundredth: exp(1.1 × 2.33) is 13
        var popular = Enumerable.Range(0, 20_000).Select(_ => chance.Popular(50)).ToList();
        Assert.InRange(popular.Count(p => p == 0) / 20_000.0, 0.16, 0.20); // ln 2 / ln 51
        Assert.Equal((0, 49), (popular.Min(), popular.Max()));
    }
}
