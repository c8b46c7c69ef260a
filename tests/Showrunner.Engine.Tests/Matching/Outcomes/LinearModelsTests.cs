using Showrunner.Engine.Matching.Outcomes;

namespace Showrunner.Engine.Tests.Matching.Outcomes;

public sealed class LinearModelsTests
{
    [Fact]
    public void One_yes_or_no_feature_gives_the_odds_ratio_of_the_four_fields()
    {
        // 30 of 40 with, 10 of 60 without: log-odds ln 3 and −ln 5.
        var rows = Enumerable.Range(0, 100).Select(i => new[] { i < 40 ? 1.0 : 0 }).ToArray();
        var labels = Enumerable.Range(0, 100).Select(i => i < 30 || i is >= 40 and < 50 ? 1.0 : 0).ToArray();
        var model = LogisticModel.Fit(Rows.Table(rows), labels, penalty: 1e-9);
        Assert.Equal(Math.Log(3), model.LogOdds([1]), 5);
        Assert.Equal(-Math.Log(5), model.LogOdds([0]), 5);
        Assert.Equal(0.75, model.Probability([1]), 5);
    }

    [Fact]
    public void The_penalised_optimum_is_the_one_a_search_finds()
    {
        var (rows, labels) = Rows.Yes(60, 4);
        var one = rows.Select(r => new[] { r[0] }).ToArray();
        var model = LogisticModel.Fit(Rows.Table(one), labels, penalty: 3);
        var (mean, deviation) = (one.Average(r => r[0]), Math.Sqrt(one.Average(r => r[0] * r[0]) - Math.Pow(one.Average(r => r[0]), 2)));
        double Loss(double a, double b) => one.Zip(labels).Sum(p => Math.Log(1 + Math.Exp(a + b * (p.First[0] - mean) / deviation)) - p.Second * (a + b * (p.First[0] - mean) / deviation)) + 1.5 * b * b;
        var (best, at) = (double.MaxValue, (A: 0.0, B: 0.0));
        for (var a = -2.0; a <= 2; a += 0.01)
            for (var b = -1.0; b <= 3; b += 0.01)
                if (Loss(a, b) < best) (best, at) = (Loss(a, b), (a, b));
        Assert.Equal(at.A, model.Intercept, 0.011);
        Assert.Equal(at.B, model.Coefficients[0], 0.011);
        Assert.True(Loss(model.Intercept, model.Coefficients[0]) <= best + 1e-9);
    }

    [Fact]
    public void Known_weights_come_back_and_parts_add_up()
    {
        var (rows, labels) = Rows.Yes(4000, 1);
        var model = LogisticModel.Fit(Rows.Table(rows), labels, penalty: 0.1);
        Assert.Equal(2, model.LogOdds([1, 0, 0]) - model.LogOdds([0, 0, 0]), 0.25);
        Assert.Equal(-1, model.LogOdds([0, 1, 0]) - model.LogOdds([0, 0, 0]), 0.25);
        foreach (var row in rows.Take(20)) Assert.Equal(model.LogOdds(row), model.Explain(row).Score, 9);
        Assert.Equal("x0", model.Explain([2, 0.5, 0.5]).Strongest(1).Single().Feature);
    }

    [Fact]
    public void The_order_of_rows_does_not_matter_and_weights_count_rows()
    {
        var (rows, labels) = Rows.Yes(300, 2);
        var order = Rows.Shuffled(300, 5);
        var (one, other) = (LogisticModel.Fit(Rows.Table(rows), labels), LogisticModel.Fit(Rows.Table([.. order.Select(i => rows[i])]), [.. order.Select(i => labels[i])]));
        Assert.Equal(one.LogOdds([0.3, 0.2, 0.1]), other.LogOdds([0.3, 0.2, 0.1]), 12);
        var twice = LogisticModel.Fit(Rows.Table([.. rows, .. rows]), [.. labels, .. labels]);
        Assert.Equal(twice.LogOdds([1, 1, 1]), LogisticModel.Fit(Rows.Table(rows), labels, [.. rows.Select(_ => 2.0)]).LogOdds([1, 1, 1]), 9);
    }

    [Fact]
    public void Separable_constant_and_one_sided_rows_stay_finite()
    {
        var separable = LogisticModel.Fit(Rows.Table([0, 5], [1, 5], [2, 5], [3, 5]), [0, 0, 1, 1], penalty: 0.01);
        Assert.True(separable.Probability([3, 5]) > 0.9 && double.IsFinite(separable.Coefficients[0]));
        Assert.Equal(0, separable.Coefficients[1], 9);
        Assert.InRange(LogisticModel.Fit(Rows.Table([1], [2], [3]), [0, 0, 0]).Probability([2]), 0.01, 0.3);
        Assert.InRange(LogisticModel.Fit(Rows.Table([1]), [1]).Probability([2]), 0.6, 0.99);
    }

    [Fact]
    public void Two_groups_of_amounts_give_their_means()
    {
        var rows = Enumerable.Range(0, 60).Select(i => new[] { i < 20 ? 1.0 : 0 }).ToArray();
        var amounts = Enumerable.Range(0, 60).Select(i => i < 20 ? 100.0 + i : i % 4 * 10.0).ToArray();
        var model = GammaModel.Fit(Rows.Table(rows), amounts, penalty: 1e-9);
        Assert.Equal(109.5, model.Mean([1]), 0.01);
        Assert.Equal(15, model.Mean([0]), 0.01);
        Assert.Equal(Math.Log(109.5), model.Explain([1]).Score, 1e-4);
        var estimate = model.Estimate([0]);
        // Mean 15 with deviation 11.18 of 40: about 11.9 to 18.9.
        Assert.InRange(estimate.Low, 11, 12.6);
        Assert.InRange(estimate.High, 17.8, 20);
        Assert.True(model.Estimate([1]).High - model.Estimate([1]).Mean < 5);
    }

    [Fact]
    public void Bad_input_is_refused_in_words()
    {
        var table = Rows.Table([1], [2]);
        Assert.Contains("2 rows", Assert.Throws<ArgumentException>(() => LogisticModel.Fit(table, [1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LogisticModel.Fit(table, [1, 2]));
        Assert.Throws<ArgumentException>(() => LogisticModel.Fit(table, [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => LogisticModel.Fit(table, [1, 0], [1, -1]));
        Assert.Throws<ArgumentException>(() => LogisticModel.Fit(table, [1, 0], [0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticModel.Fit(table, [1, 0], penalty: 0));
        Assert.Throws<ArgumentException>(() => LogisticModel.Fit(new FeatureTable(["a"]), []));
        Assert.Throws<ArgumentException>(() => GammaModel.Fit(table, [0, 0]));
        Assert.Throws<ArgumentException>(() => GammaModel.Fit(table, [1, -1]));
        Assert.Contains("x0", Assert.Throws<ArgumentException>(() => table.Add([double.PositiveInfinity])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => table.Add([1, 2]));
        Assert.Throws<ArgumentException>(() => new FeatureTable(["a", "a"]));
        Assert.Throws<ArgumentException>(() => LogisticModel.Fit(table, [1, 0]).LogOdds([double.NaN]));
    }
}
