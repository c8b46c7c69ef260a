using Showrunner.Engine.Matching.Outcomes;

namespace Showrunner.Engine.Tests.Matching.Outcomes;

public sealed class BoostedTreesTests
{
    private static readonly TreeOptions Small = new(Trees: 60, Rate: 0.1, Leaves: 4, LeastRows: 10, Penalty: 1);

    [Fact]
    public void One_stump_says_what_its_leaves_hold()
    {
        var rows = Enumerable.Range(0, 100).Select(i => new[] { (double)i }).ToArray();
        var labels = Enumerable.Range(0, 100).Select(i => i < 40 ? 0.0 : 1).ToArray();
        var stump = BoostedTrees.Fit(Rows.Table(rows), labels, new TreeOptions(1, 1, 2, 1, 0, 1, 1));
        // Start at (60.5/101); a Newton step of the left leaf is −1/(1−p), of the right one 1/p.
        var p = 60.5 / 101;
        Assert.Equal(Math.Log(p / (1 - p)) - 1 / (1 - p), stump.Score([39]), 9);
        Assert.Equal(Math.Log(p / (1 - p)) + 1 / p, stump.Score([40]), 9);
    }

    [Fact]
    public void Sees_what_no_line_sees()
    {
        var (rows, _) = Rows.Yes(800, 3);
        var labels = rows.Select(r => r[0] > 0 == r[1] > 1 ? 1.0 : 0).ToArray();
        var (trees, line) = (BoostedTrees.Fit(Rows.Table(rows), labels, Small), LogisticModel.Fit(Rows.Table(rows), labels));
        var (seen, unseen) = (Measures.Auc([.. rows.Select(r => trees.Score(r))], labels), Measures.Auc([.. rows.Select(r => line.LogOdds(r))], labels));
        Assert.True(seen > 0.9 && unseen < 0.65, $"{seen} {unseen}");
    }

    [Fact]
    public void Parts_add_up_and_useless_features_say_little()
    {
        var (rows, labels) = Rows.Yes(800, 4);
        var trees = BoostedTrees.Fit(Rows.Table(rows), labels, Small);
        foreach (var row in rows.Take(50)) Assert.Equal(trees.Score(row), trees.Explain(row).Score, 9);
        double Said(int c) => rows.Sum(r => Math.Abs(trees.Explain(r).Parts[c].Amount));
        Assert.True(Said(2) < Said(0) / 4);
    }

    [Fact]
    public void The_same_seed_gives_the_same_forest_in_whatever_order_rows_come()
    {
        var (rows, labels) = Rows.Yes(400, 5);
        var order = Rows.Shuffled(400, 6);
        var one = BoostedTrees.Fit(Rows.Table(rows), labels, Small);
        var other = BoostedTrees.Fit(Rows.Table([.. order.Select(i => rows[i])]), [.. order.Select(i => labels[i])], Small);
        foreach (var row in rows.Take(50)) Assert.Equal(one.Score(row), other.Score(row));
        Assert.NotEqual(one.Score(rows[0]), BoostedTrees.Fit(Rows.Table(rows), labels, Small with { Seed = 2 }).Score(rows[0]));
    }

    [Fact]
    public void An_order_is_learned_within_groups_whatever_their_levels()
    {
        var (rows, _) = Rows.Yes(600, 7);
        int[] groups = [.. Enumerable.Range(0, 600).Select(i => i / 20)];
        // The best of each group by x0; x1 differs between groups only.
        for (var i = 0; i < 600; i++) rows[i][1] = groups[i];
        var labels = Enumerable.Range(0, 600).Select(i => rows[i][0] == rows.Skip(groups[i] * 20).Take(20).Max(r => r[0]) ? 1.0 : 0).ToArray();
        var trees = BoostedTrees.FitOrder(Rows.Table(rows), labels, groups, Small);
        var first = Enumerable.Range(0, 30).Count(g => labels[Enumerable.Range(g * 20, 20).MaxBy(i => trees.Score(rows[i]))] == 1);
        Assert.True(first >= 20, $"{first} of 30");
        var order = Rows.Shuffled(600, 8);
        var other = BoostedTrees.FitOrder(Rows.Table([.. order.Select(i => rows[i])]), [.. order.Select(i => labels[i])], [.. order.Select(i => groups[i])], Small);
        Assert.Equal(trees.Score(rows[17]), other.Score(rows[17]));
    }

    [Fact]
    public void Bad_options_and_rows_are_refused()
    {
        var table = Rows.Table([1], [2]);
        foreach (var options in new[] { Small with { Trees = 0 }, Small with { Rate = 0 }, Small with { Leaves = 1 }, Small with { Penalty = double.NaN }, Small with { Rows = 1.5 }, Small with { Columns = 0 } })
            Assert.Throws<ArgumentException>(() => BoostedTrees.Fit(table, [0, 1], options));
        Assert.Throws<ArgumentException>(() => BoostedTrees.Fit(table, [0], Small));
        Assert.Throws<ArgumentException>(() => BoostedTrees.FitOrder(table, [0, 0.5], [0, 0], Small));
        Assert.Throws<ArgumentException>(() => BoostedTrees.FitOrder(table, [0, 1], [0], Small));
    }
}
