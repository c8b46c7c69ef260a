using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Simulation;

/// <summary>What a match or a finding may rely on: each trait moves the outcome in its own direction, and nothing else does.</summary>
public sealed class PairOddsTests
{
    private static readonly CreatorTraits Creator = new([0.6, 0.2, 0.1, 0.1], 0.5, 0.25, 1, 0.8, 0, 0.6, 0.4);
    private static readonly ProductTraits Product = new(1, 0.5, 0.55, 0.12, 0.6);

    [Fact]
    public void Taste_price_quality_skill_and_audience_all_tell()
    {
        var usual = PairOdds.Of(Creator, Product);
        Assert.True(PairOdds.Of(Creator, Product with { Category = 0 }).Appeal > 1.5 * usual.Appeal);
        Assert.True(PairOdds.Of(Creator, Product with { Category = 3 }).Appeal < usual.Appeal);
        Assert.True(PairOdds.Of(Creator, Product with { PriceLevel = 1 }).Appeal < 0.6 * usual.Appeal);
        Assert.True(PairOdds.Of(Creator, Product with { Quality = 0.95 }).Appeal > 1.3 * usual.Appeal);
        Assert.Equal(2, PairOdds.Of(Creator with { Skill = 2 }, Product).Appeal / usual.Appeal, 9);
        Assert.True(PairOdds.Of(Creator, Product with { FemaleShare = 0.1 }).Appeal < usual.Appeal);
    }

    [Fact]
    public void Better_offers_are_taken_oftener_and_reliable_creators_post()
    {
        var usual = PairOdds.Of(Creator, Product);
        Assert.True(PairOdds.Of(Creator, Product with { CommissionRate = 0.2 }).Accept > usual.Accept);
        Assert.True(PairOdds.Of(Creator, Product with { Category = 0 }).Accept > usual.Accept);
        Assert.Equal(usual.Post / 2, PairOdds.Of(Creator with { Reliability = 0.4 }, Product).Post, 9);
        Assert.Equal(usual, PairOdds.Of(Creator with { Language = 1, YoungShare = 0.1 }, Product));
    }

    [Fact]
    public void Whatever_is_drawn_the_odds_are_probabilities_and_taste_adds_up()
    {
        var chance = new Chance(17);
        var appeals = new List<double>();
        for (var i = 0; i < 20_000; i++)
        {
            var creator = CreatorTraits.Draw(i % 6, 6, [0.9, 0.1], ref chance);
            Assert.Equal(1, creator.Taste.Sum(), 9);
            Assert.Equal(i % 6, Array.IndexOf(creator.Taste, creator.Taste.Max()));
            var odds = PairOdds.Of(creator, new ProductTraits(chance.Below(6), chance.Next(), ProductTraits.DrawQuality(ref chance), chance.Between(0.05, 0.2), chance.Next()));
            Assert.All([odds.Accept, odds.Post, odds.Click, odds.Order], p => Assert.InRange(p, 0, 1));
            appeals.Add(odds.Appeal);
        }
        appeals.Sort();
        Assert.InRange(appeals[10_000], 0.2, 1.2);
        Assert.True(appeals[19_000] > 6 * appeals[4_000]); // something for a matcher to find
    }

    [Fact]
    public void Poor_things_come_back_and_average_ones_as_usual()
    {
        var chance = new Chance(23);
        var drawn = Enumerable.Range(0, 20_000).Select(_ => new ProductTraits(0, 0, ProductTraits.DrawQuality(ref chance), 0.1, 0.5).RefundFactor).ToList();
        Assert.InRange(drawn.Average(), 0.97, 1.03);
        Assert.All(drawn, factor => Assert.InRange(factor, 0.3, 1.9));
    }
}
