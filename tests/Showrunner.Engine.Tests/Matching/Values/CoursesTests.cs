using Showrunner.Engine.Matching.Values;
using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Matching.Values;

public sealed class CoursesTests
{
    private const int Creators = 600, Products = 40;

    /// <summary>Every creator goes his own way month by month, or all go the market's; a fourth month is not told.</summary>
    private static (MarketFacts Facts, double[] Growth, Dictionary<(int, int), double> Next) Draw(double spread)
    {
        var chance = Chance.Of(8, 1, 2, 3);
        var growth = new double[Creators];
        var (sales, next) = (new List<PairSales>(), new Dictionary<(int, int), double>());
        for (var c = 0; c < Creators; c++)
        {
            growth[c] = chance.LogNormal(spread);
            foreach (var p in new[] { c % Products, (c * 7 + 3) % Products, (c * 11 + 5) % Products }.Distinct())
            {
                double Month(int m) => 30 * Math.Pow(1.1 * growth[c], m);
                var course = new LastMonths(chance.Poisson(Month(2)), chance.Poisson(Month(1)), chance.Poisson(Month(0)));
                next[(c, p)] = Month(3);
                sales.Add(new PairSales(c, p, 20 * course.All / 3, course.All, true, 3, course));
            }
        }
        return (new MarketFacts([.. Enumerable.Range(0, Creators).Select(c => new MatchCreator(c, Followers: 10_000))], [.. Enumerable.Range(0, Products).Select(p => new MatchProduct(p, [], 20))], sales, []), growth, next);
    }

    [Fact]
    public void Who_sells_more_of_late_is_expected_to_go_on_as_far_as_that_proved_true()
    {
        var (facts, growth, next) = Draw(0.4);
        var (with, without) = (ValueModel.Fit(facts), ValueModel.Fit(facts with { Sales = [.. facts.Sales.Select(s => s with { Course = default })] }));
        var (rising, falling) = (Array.IndexOf(growth, growth.Max()), Array.IndexOf(growth, growth.Min()));
        double Part(int c) => with.Explain(c, 1).Gmv.Parts.Single(p => p.Feature == PairRow.Course).Amount;
        Assert.True(Part(rising) > 0.3 && Part(falling) < -0.3);
        double Error(ValueModel model) => next.Sum(n => Math.Pow(Math.Log(model.Expect(n.Key.Item1, n.Key.Item2).Gmv / (20 * n.Value)), 2));
        Assert.True(Error(with) < 0.8 * Error(without));
        for (var c = 0; c < Creators; c += 31)
            for (var p = 0; p < Products; p += 7) Assert.Equal(1, Math.Exp(with.Explain(c, p).Gmv.Score) / with.Expect(c, p).Gmv, 9);
    }

    [Fact]
    public void Where_all_go_the_same_way_chance_is_not_taken_for_more()
    {
        var (facts, _, _) = Draw(0);
        var plain = ValueModel.Fit(facts with { Sales = [.. facts.Sales.Select(s => s with { Course = default })] });
        var model = ValueModel.Fit(facts);
        for (var c = 0; c < Creators; c += 31) Assert.InRange(model.Expect(c, 1).Gmv / plain.Expect(c, 1).Gmv, 0.97, 1.03);
    }

    [Fact]
    public void A_pairs_own_sales_are_not_its_own_momentum()
    {
        var (facts, _, _) = Draw(0.4);
        var (model, lone) = (ValueModel.Fit(facts), facts.Sales[0]);
        var changed = ValueModel.Fit(facts with { Sales = [.. facts.Sales.Select((s, i) => i == 0 ? s with { Course = new LastMonths(lone.Course.Earlier, lone.Course.Before, lone.Course.Recent) } : s)] });
        double Value(ValueModel of) => of.Explain(lone.Creator, lone.Product).Gmv.Parts.Single(p => p.Feature == PairRow.Course).Value;
        Assert.InRange(Value(changed) - Value(model), -0.02, 0.02);
    }
}
