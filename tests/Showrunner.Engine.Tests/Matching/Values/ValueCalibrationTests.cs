using Showrunner.Engine.Matching.Values;

namespace Showrunner.Engine.Tests.Matching.Values;

public sealed class ValueCalibrationTests
{
    private static readonly HiddenMarket Market = new(5);
    private static readonly ValueModel Model = ValueModel.Fit(Market.Facts);
    private static readonly HashSet<(int, int)> Offered = [.. Market.Facts.Offers.Select(o => (o.Creator, o.Product))];
    private static readonly List<(int Creator, int Product)> Open = [.. from c in Enumerable.Range(0, HiddenMarket.Creators) from p in Enumerable.Range(0, HiddenMarket.Products) where !Offered.Contains((c, p)) select (c, p)];

    /// <summary>In fifths by what is expected: what is expected over what is true, each pair counting with its weight.</summary>
    private static double[] Ratios(Func<int, int, double> said, Func<int, int, double> real, Func<int, int, double> weight)
    {
        var cases = Open.Select(x => (Said: said(x.Creator, x.Product), True: real(x.Creator, x.Product), Weight: weight(x.Creator, x.Product))).OrderBy(x => x.Said).ToArray();
        return [.. Enumerable.Range(0, 5).Select(i => cases[(i * cases.Length / 5)..((i + 1) * cases.Length / 5)]).Select(part => part.Sum(x => x.Weight * x.Said) / part.Sum(x => x.Weight * x.True))];
    }

    [Fact]
    public void What_was_never_offered_is_expected_to_be_taken_as_often_as_it_is() =>
        Assert.All(Ratios((c, p) => Model.Expect(c, p).Accept, Market.Accept, (_, _) => 1), ratio => Assert.InRange(ratio, 0.82, 1.15));

    [Fact]
    public void Of_those_who_take_it_as_many_are_expected_to_post_as_do() =>
        Assert.All(Ratios((c, p) => Model.Expect(c, p).Post, (c, _) => Market.Post(c), Market.Accept), ratio => Assert.InRange(ratio, 0.9, 1.1));

    [Fact]
    public void Beginners_and_stars_are_expected_to_sell_what_they_do() =>
        Assert.All(Ratios((c, p) => Model.Expect(c, p).Gmv, Market.Gmv, (c, p) => Market.Accept(c, p) * Market.Post(c)), ratio => Assert.InRange(ratio, 0.85, 1.15));

    [Fact]
    public void Being_offered_a_category_often_speaks_for_it()
    {
        var pairs = Open.Where(x => x.Creator % HiddenMarket.Categories != x.Product % HiddenMarket.Categories).ToList();
        var times = Market.Facts.Offers.GroupBy(o => (o.Creator, o.Product % HiddenMarket.Categories)).ToDictionary(g => g.Key, g => g.Count());
        double Mean(Func<int, bool> which) => pairs.Where(x => which(times.GetValueOrDefault((x.Creator, x.Product % HiddenMarket.Categories)))).Average(x => Model.Expect(x.Creator, x.Product).Accept);
        Assert.True(Mean(n => n >= 3) > 1.3 * Mean(n => n == 0));
    }

    [Fact]
    public void What_bends_a_part_is_told_as_the_part()
    {
        var reasons = Model.Explain(0, 1);
        foreach (var parts in new[] { reasons.Accept.Parts, reasons.Post.Parts, reasons.Gmv.Parts })
        {
            Assert.DoesNotContain(parts, p => p.Feature.Contains(PairRow.Also, StringComparison.Ordinal));
            Assert.Equal(parts.Count, parts.Select(p => p.Feature).Distinct().Count());
        }
    }

    [Fact]
    public void What_was_sold_in_three_months_says_more_than_in_three_weeks()
    {
        double With(double months) => ValueModel.Fit(Market.Facts with
        {
            Creators = [.. Market.Facts.Creators, new MatchCreator(9_999, 0, Followers: 40_000)],
            Sales = [.. Market.Facts.Sales, .. new[] { 0, 6, 12 }.Select(p => new PairSales(HiddenMarket.Creators, p, 5_000, 250 * months, true, months))],
        }).Expect(HiddenMarket.Creators, 18).Gmv;
        Assert.True(With(3) > With(0.05));
    }

    [Fact]
    public void What_the_marketplace_says_counts_as_far_as_it_proves_true()
    {
        double Spread(Func<int, double> told)
        {
            var model = ValueModel.Fit(Market.Facts with { Creators = [.. Market.Facts.Creators.Select((c, i) => c with { PostRate = told(i) })] });
            return model.Expect(1, 0).Post - model.Expect(7, 0).Post is var apart ? Math.Abs(apart) : 0;
        }
        // Two of whom true shares are told apart, and the same two when what is told of anybody is somebody else's.
        var (high, low) = (Enumerable.Range(0, 1_000).MaxBy(Market.Post), Enumerable.Range(0, 1_000).MinBy(Market.Post));
        double Swap(int i) => Market.Post(i == 1 ? high : i == 7 ? low : i);
        Assert.True(Spread(Swap) > Spread(i => i is 1 or 7 ? Swap(i) : Market.Post((i * 7 + 3) % HiddenMarket.Creators)));
    }

    [Fact]
    public void A_time_that_is_none_is_refused() =>
        Assert.Contains("Sales of creator 1", Assert.Throws<ArgumentException>(() => ValueModel.Fit(Market.Facts with { Sales = [new PairSales(1, 2, 5, 1, true, 0)] })).Message, StringComparison.Ordinal);
}
