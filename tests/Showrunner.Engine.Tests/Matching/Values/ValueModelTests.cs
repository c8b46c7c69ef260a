using Showrunner.Engine.Matching.Values;

namespace Showrunner.Engine.Tests.Matching.Values;

public sealed class ValueModelTests
{
    private static readonly MarketFacts Market = Draw(new Random(3));
    private static readonly ValueModel Model = ValueModel.Fit(Market);

    /// <summary>Creators like one of four categories; offers of it are mostly taken, others mostly not; the reliable post.</summary>
    private static MarketFacts Draw(Random chance)
    {
        var creators = Enumerable.Range(0, 300).Select(i => new MatchCreator(i, i % 4, 0.3 + 0.4 * chance.NextDouble(), i % 7 == 0 ? null : 0.3 + 0.6 * (i % 3) / 2, 1000 + chance.Next(90_000))).ToList();
        var products = Enumerable.Range(0, 80).Select(i => new MatchProduct(i, [i % 4], 5 + 40 * chance.NextDouble(), 0.05 + 0.1 * chance.NextDouble(), 3 + 2 * chance.NextDouble(), 1 + i % 9)).ToList();
        var (sales, offers) = (new List<PairSales>(), new List<PairOffer>());
        for (var c = 0; c < creators.Count; c++)
            foreach (var p in Enumerable.Range(0, 8).Select(_ => chance.Next(80)).Distinct())
            {
                var fits = p % 4 == c % 4;
                var accepted = chance.NextDouble() < (fits ? 0.8 : 0.15);
                var posted = accepted && chance.NextDouble() < 0.3 + 0.6 * (c % 3) / 2;
                offers.Add(new PairOffer(c, p, accepted, accepted ? posted : null));
                if (posted) sales.Add(new PairSales(c, p, (1 + c % 10) * (fits ? 30 : 8) * (0.5 + chance.NextDouble()), 5));
            }
        return new MarketFacts(creators, products, sales, offers);
    }

    private static double Mean(Func<int, int, bool> which, Func<int, int, double> of) =>
        (from c in Enumerable.Range(0, 300) from p in Enumerable.Range(0, 80) where which(c, p) && !Model.Sells(c, p) select of(c, p)).Average();

    [Fact]
    public void It_learns_who_takes_what_who_posts_and_who_sells()
    {
        Assert.True(Model.KnowsAnswers && Model.KnowsSales);
        Assert.InRange(Mean((c, p) => c % 4 == p % 4, (c, p) => Model.Expect(c, p).Accept), 0.7, 0.9);
        Assert.InRange(Mean((c, p) => c % 4 != p % 4, (c, p) => Model.Expect(c, p).Accept), 0.08, 0.25);
        Assert.True(Mean((c, _) => c % 3 == 2, (c, p) => Model.Expect(c, p).Post) > 0.25 + Mean((c, _) => c % 3 == 0, (c, p) => Model.Expect(c, p).Post));
        Assert.True(Mean((c, p) => c % 4 == p % 4, (c, p) => Model.Expect(c, p).Gmv) > 1.5 * Mean((c, p) => c % 4 != p % 4, (c, p) => Model.Expect(c, p).Gmv));
        Assert.True(Mean((c, _) => c % 10 == 9, (c, p) => Model.Expect(c, p).Gmv) > 1.5 * Mean((c, _) => c % 10 == 0, (c, p) => Model.Expect(c, p).Gmv));
    }

    [Fact]
    public void Reasons_add_up_to_the_score()
    {
        for (var c = 0; c < 300; c += 17)
            for (var p = 0; p < 80; p += 7)
            {
                var (value, reasons) = (Model.Value(c, p), Model.Explain(c, p));
                Assert.Equal(value.Accept, 1 / (1 + Math.Exp(-reasons.Accept.Score)), 9);
                Assert.Equal(value.Post, 1 / (1 + Math.Exp(-reasons.Post.Score)), 9);
                Assert.Equal(1, Math.Exp(reasons.Gmv.Score) / value.Gmv.Mean, 9);
                Assert.InRange(value.Gmv.Mean, value.Gmv.Low, value.Gmv.High);
                Assert.Equal((value.Accept, value.Post, value.Gmv.Mean), Model.Expect(c, p));
            }
    }

    [Fact]
    public void The_order_of_sales_and_offers_does_not_matter()
    {
        var other = ValueModel.Fit(Market with { Sales = [.. Market.Sales.Reverse()], Offers = [.. Market.Offers.Reverse()] });
        for (var c = 0; c < 300; c += 13)
            for (var p = 0; p < 80; p += 11)
            {
                Assert.Equal(Model.Expect(c, p).Accept, other.Expect(c, p).Accept, 8);
                Assert.Equal(1, Model.Expect(c, p).Gmv / other.Expect(c, p).Gmv, 8);
            }
    }

    [Fact]
    public void Somebody_and_something_unknown_get_what_is_usual()
    {
        var facts = Market with { Creators = [.. Market.Creators, new MatchCreator(999)], Products = [.. Market.Products, new MatchProduct(999, [])] };
        var model = ValueModel.Fit(facts);
        foreach (var (c, p) in new[] { (300, 0), (0, 80), (300, 80) })
        {
            var value = model.Value(c, p);
            Assert.InRange(value.Accept, 0.02, 0.98);
            Assert.InRange(value.Post, 0.02, 0.98);
            Assert.InRange(value.Gmv.Mean, 0.01, 5_000);
        }
    }

    [Fact]
    public void Without_history_nothing_is_pretended()
    {
        var model = ValueModel.Fit(new MarketFacts([new MatchCreator(1)], [new MatchProduct(1, [])], [], []));
        Assert.False(model.KnowsAnswers || model.KnowsSales);
        Assert.Equal((ValueModel.AssumedAccept, 0d), (model.Value(0, 0).Accept, model.Value(0, 0).Gmv.Mean));
        Assert.Equal(0, model.Value(0, 0).ExpectedGmv);
    }

    [Fact]
    public void Input_that_cannot_be_is_refused_with_the_place_it_stands_at()
    {
        void Refuses(string says, MarketFacts facts) => Assert.Contains(says, Assert.Throws<ArgumentException>(() => ValueModel.Fit(facts)).Message, StringComparison.Ordinal);
        Refuses("Creator 0", Market with { Creators = [new MatchCreator(5, Female: 1.2)], Sales = [], Offers = [] });
        Refuses("Product 0", Market with { Products = [new MatchProduct(5, [], Price: 0)], Sales = [], Offers = [] });
        Refuses("product 80", Market with { Sales = [new PairSales(0, 80, 1, 1)] });
        Refuses("product 2", Market with { Sales = [new PairSales(0, 2, double.NaN, 1)] });
        Refuses("creator 300", Market with { Offers = [new PairOffer(300, 2, true, null)] });
        Assert.Throws<ArgumentException>(() => ValueModel.Fit(Market, 1));
    }
}
