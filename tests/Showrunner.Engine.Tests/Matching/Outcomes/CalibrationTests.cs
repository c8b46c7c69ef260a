using Showrunner.Engine.Matching.Outcomes;
using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Matching.Outcomes;

public sealed class CalibrationTests
{
    [Fact]
    public void Measures_give_what_is_counted_by_hand()
    {
        double[] scores = [0.9, 0.8, 0.7, 0.6], labels = [1, 0, 1, 0];
        Assert.Equal(0.75, Measures.Auc(scores, labels), 12);
        Assert.Equal((1 + 2.0 / 3) / 2, Measures.AveragePrecision(scores, labels), 12);
        Assert.Equal(0.5, Measures.Auc([1, 1, 1], [1, 0, 1]), 12);
        Assert.Equal(2.0 / 3, Measures.AveragePrecision([1, 1, 1], [1, 0, 1]), 12);
        Assert.Equal(0.5, Measures.Auc([1, 2], [1, 1]));
        Assert.Equal(0.5, Measures.Recall([true, false, true], 4, 3));
        Assert.Equal((1 + 1 / Math.Log2(4)) / (1 + 1 / Math.Log2(3) + 1 / Math.Log2(4)), Measures.Ndcg([true, false, true], 4, 3), 12);
        Assert.Throws<ArgumentException>(() => Measures.Auc([], []));
        Assert.Throws<ArgumentException>(() => Measures.Auc([double.NaN], [1]));
        Assert.Throws<ArgumentException>(() => Measures.AveragePrecision([1], [0.5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Measures.Recall([true], 0, 1));
    }

    [Fact]
    public void True_probabilities_are_told_calibrated_and_stretched_ones_not()
    {
        var (truth, labels) = Outcomes(20_000);
        var right = CalibrationReport.OfProbabilities(truth, labels);
        Assert.InRange(right.Slope, 0.93, 1.07);
        Assert.InRange(right.Intercept, -0.08, 0.08);
        Assert.InRange(right.Error, 0, 0.012);
        Assert.Equal(10, right.Bands.Count);
        Assert.Equal(20_000, right.Bands.Sum(b => b.Cases));
        double Stretched(double p) => 1 / (1 + Math.Exp(-2 * Math.Log(p / (1 - p))));
        var wrong = CalibrationReport.OfProbabilities([.. truth.Select(Stretched)], labels);
        Assert.InRange(wrong.Slope, 0.45, 0.55);
        Assert.True(wrong.Error > 4 * right.Error);
    }

    [Fact]
    public void Platt_and_isotonic_steps_set_stretched_scores_right()
    {
        var (truth, labels) = Outcomes(20_000);
        double[] stretched = [.. truth.Select(p => 2 * Math.Log(p / (1 - p)) + 1)];
        var platt = Platt.Fit(stretched, labels);
        Assert.Equal(0.5, platt.Slope, 0.03);
        Assert.Equal(-0.5, platt.Shift, 0.06);
        var steps = Isotonic.Fit(stretched, labels);
        Assert.InRange(CalibrationReport.OfProbabilities([.. stretched.Select(steps.Rate)], labels).Error, 0, 0.01);
        for (var s = -8.0; s < 8; s += 0.1) Assert.True(steps.Rate(s) <= steps.Rate(s + 0.1));
    }

    [Fact]
    public void Adjacent_violators_are_pooled()
    {
        var steps = Isotonic.Fit([1, 2, 3, 4, 5], [0, 1, 0, 1, 1]);
        Assert.Equal(0, steps.Rate(1));
        Assert.Equal(0.5, steps.Rate(2.5));
        Assert.Equal(1, steps.Rate(4.5));
        Assert.Equal(0, steps.Rate(-100));
        Assert.Equal(1, steps.Rate(100));
    }

    [Fact]
    public void Amounts_are_told_by_slope_and_bands()
    {
        double[] predicted = [.. Enumerable.Range(1, 100).Select(i => (double)i)];
        var report = CalibrationReport.OfAmounts(predicted, [.. predicted.Select(p => 2 * p + 3)]);
        Assert.Equal(2, report.Slope, 9);
        Assert.Equal(3, report.Intercept, 9);
        Assert.Equal(50.5 + 3, report.Error, 9);
        Assert.Equal(0, CalibrationReport.OfAmounts([5, 5], [1, 2]).Slope);
    }

    [Fact]
    public void Rates_of_few_cases_are_drawn_to_their_peers()
    {
        // Peers with true rates of about 0.2 ± 0.05.
        var chance = Chance.Of(3, 0, 0, 0);
        var peers = Enumerable.Range(0, 400).Select(i => { var rate = 0.15 + 0.1 * (i % 2); return (Successes: (double)Enumerable.Range(0, 50).Count(_ => chance.Hits(rate)), Trials: 50.0); }).ToArray();
        var shrink = RateShrinkage.Of(peers);
        Assert.Equal(0.2, shrink.Mean, 0.01);
        // A beta distribution of deviation 0.05 about 0.2 weighs 0.2·0.8/0.0025 − 1 = 63.
        Assert.InRange(shrink.Weight, 40, 100);
        Assert.Equal(shrink.Mean, shrink.Rate(0, 0));
        Assert.InRange(shrink.Rate(1, 1), 0.2, 0.23);
        Assert.InRange(shrink.Rate(900, 1000), 0.8, 0.9);
        Assert.True(shrink.Error(10, 50) > shrink.Error(100, 500));
        Assert.Equal(RateShrinkage.Of(peers.Reverse()).Weight, shrink.Weight);
        Assert.Equal(0.5, RateShrinkage.Of([]).Rate(0, 0));
        Assert.InRange(RateShrinkage.Of([(0, 10)]).Rate(0, 0), 0.01, 0.2);
        Assert.Throws<ArgumentException>(() => RateShrinkage.Of([(2, 1)]));
        Assert.Throws<ArgumentException>(() => shrink.Rate(double.NaN, 1));
    }

    [Fact]
    public void Means_of_few_cases_are_drawn_to_their_peers()
    {
        // Within variance 1 (values mean ± 1), between variance 4 (means 8 and 12): a peer weighs a quarter case.
        var peers = Enumerable.Range(0, 200).Select(i => (IReadOnlyList<double>)[.. Enumerable.Range(0, 10).Select(k => (i % 2 == 0 ? 8.0 : 12.0) + (k % 2 == 0 ? 1 : -1))]).ToArray();
        var shrink = MeanShrinkage.Of(peers);
        Assert.Equal(10, shrink.Mean, 9);
        Assert.InRange(shrink.Weight, 0.25, 0.32);
        Assert.Equal(10, shrink.Expected(0, 0));
        Assert.Equal((14 + 10 * shrink.Weight) / (1 + shrink.Weight), shrink.Expected(14, 1), 9);
        Assert.Equal(3, MeanShrinkage.Of([[3, 3], [3, 3]]).Expected(50, 5), 9);
        Assert.Equal(0, MeanShrinkage.Of([]).Expected(0, 0));
        Assert.Throws<ArgumentException>(() => MeanShrinkage.Of([[double.NaN]]));
    }

    private static (double[] Truth, double[] Labels) Outcomes(int count)
    {
        var chance = Chance.Of(11, 0, 0, 0);
        var (truth, labels) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            truth[i] = 1 / (1 + Math.Exp(-chance.Between(-3.0, 2.0)));
            labels[i] = chance.Hits(truth[i]) ? 1 : 0;
        }
        return (truth, labels);
    }
}
