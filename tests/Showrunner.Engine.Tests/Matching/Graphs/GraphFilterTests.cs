using Showrunner.Engine.Matching.Graphs;

namespace Showrunner.Engine.Tests.Matching.Graphs;

public class GraphFilterTests
{
    private static readonly GraphSettings Small = new() { RankShare = 0.5, Rank = 6 };

    public static TheoryData<GraphSettings> Variants => new()
    {
        new GraphSettings(),
        Small,
        Small with { Weights = InteractionWeights.AsGiven },
        Small with { Shape = FilterShape.LowPass(0.3), CreatorDamping = 0.5 },
        Small with { Shape = FilterShape.Polynomial(2, -1), HistoryDamping = 0.5 },
        Small with { Shape = FilterShape.BlurAndSharpen(0.2, 2.5), ActivityDamping = 0 },
        Small with { Rank = 0, OfferDamping = 0.5 },
    };

    [Theory, MemberData(nameof(Variants))]
    public void Scores_are_those_of_dense_matrices(GraphSettings settings) => Histories.Hold(history =>
    {
        var given = history.Dense;
        if (settings.Weights == InteractionWeights.Presence)
            foreach (var one in history.All) given[one.Creator, one.Product] = 1;
        var (expected, model) = (DenseFilter.Scores(given, settings), GraphFilter.Fit(history.Made, settings));
        var largest = expected.Cast<double>().Max(Math.Abs);
        return Tied(given, settings) || Enumerable.Range(0, history.Creators).All(c => model.Scores(c).Index().All(s => Math.Abs(s.Item - expected[c, s.Index]) <= 2e-3 * largest + 1e-5));
    });

    [Fact]
    public void Both_sides_say_the_same() => Histories.Hold(history =>
    {
        var model = GraphFilter.Fit(history.Made, Small with { Neighbours = 3 });
        var rows = Enumerable.Range(0, history.Creators).Select(model.Scores).ToArray();
        return Enumerable.Range(0, history.Products).All(p =>
        {
            var scores = new float[history.Creators];
            model.ScoreCreators(p, scores);
            return scores.Index().All(s => Math.Abs(s.Item - rows[s.Index][p]) < 1e-4);
        });
    });

    [Fact]
    public void Order_of_the_triples_and_threads_leave_no_trace() => Histories.Hold(history =>
    {
        var one = GraphFilter.Fit(history.Made, Small with { Threads = 1 });
        var other = GraphFilter.Fit(Interactions.Of(history.Creators, history.Products, history.All.Reverse()), Small with { Threads = 3 });
        int[] all = [.. Enumerable.Range(0, history.Creators)];
        return all.All(c => one.Scores(c).SequenceEqual(other.Scores(c))) && one.Top(all, 5).Zip(other.Top(all, 5)).All(t => t.First.SequenceEqual(t.Second));
    });

    [Fact]
    public void Rankings_are_the_scores_in_order_without_what_was_seen() => Histories.Hold(history =>
    {
        var model = GraphFilter.Fit(history.Made, Small);
        int[] all = [.. Enumerable.Range(0, history.Creators).Reverse()];
        return all.Zip(model.Top(all, 4)).All(t =>
        {
            var (creator, scores) = (t.First, model.Scores(t.First));
            var seen = history.All.Where(i => i.Creator == creator).Select(i => i.Product).ToHashSet();
            var expected = Enumerable.Range(0, history.Products).Where(p => seen.Count > 0 && !seen.Contains(p) && history.All.Any(i => i.Product == p)).OrderByDescending(p => scores[p]).ThenBy(p => p).Take(4);
            return expected.Select(p => new Scored(p, scores[p])).SequenceEqual(t.Second);
        });
    });

    /// <summary>Two worlds that share nobody: what is made in the one is never offered in the other, and in his own a creator is offered what is missing.</summary>
    [Fact]
    public void A_creator_is_offered_what_those_like_him_made()
    {
        var model = GraphFilter.Fit(Interactions.Of(7, 6, [new(0, 0), new(0, 1), new(1, 1), new(1, 2), new(2, 0), new(2, 2), new(3, 3), new(3, 4), new(4, 4), new(4, 5), new(5, 3)]), new GraphSettings { Rank = 2, RankShare = 1 });
        Assert.Equal([2, 2, 1], model.Top([0, 0, 2], 1).Select(t => t[0].Place));
        Assert.Equal(4, model.Top([5], 1)[0][0].Place);
        Assert.All(model.Scores(0)[3..], s => Assert.Equal(0, s, 5));
        Assert.Equal(2, model.TopCreators(1, 1)[0].Place);
    }

    [Fact]
    public void Who_is_cold_has_zeros_and_no_ranking()
    {
        var model = GraphFilter.Fit(Interactions.Of(3, 3, [new(0, 0), new(0, 1), new(1, 1)]), Small);
        Assert.All(model.Scores(2), s => Assert.Equal(0, s));
        var scores = new float[3];
        model.ScoreCreators(2, scores);
        Assert.All(scores, s => Assert.Equal(0, s));
        Assert.Empty(model.Top([2], 3)[0]);
        Assert.Empty(model.TopCreators(2, 3));
        Assert.DoesNotContain(model.Top([0], 3, excludeSeen: false)[0], s => s.Place == 2);
    }

    [Theory, InlineData(0, 0), InlineData(0, 4), InlineData(3, 0), InlineData(1, 1)]
    public void No_history_is_no_error(int creators, int products)
    {
        var model = GraphFilter.Fit(Interactions.Of(creators, products, []));
        Assert.All(model.Top([.. Enumerable.Range(0, creators)], 5), Assert.Empty);
        Assert.Equal(0, model.Rank);
    }

    [Fact]
    public void Ten_times_the_gmv_counts_more_and_not_ten_times_more()
    {
        Interaction[] all = [new(0, 0), new(0, 1), new(1, 0, 1000), new(1, 2, 1000), new(2, 0, 10), new(2, 3, 10), new(3, 1, 10)];
        double Ratio(InteractionWeights weights)
        {
            var scores = GraphFilter.Fit(Interactions.Of(4, 4, all), new GraphSettings { Rank = 0, Weights = weights, CreatorDamping = 0, OfferDamping = 0, HistoryDamping = 0 }).Scores(0);
            return scores[2] / scores[3];
        }
        Assert.Equal(1, Ratio(InteractionWeights.Presence), 3);
        Assert.InRange(Ratio(InteractionWeights.Logarithm), 2, 50);
        Assert.True(Ratio(InteractionWeights.AsGiven) > 1000);
    }

    [Fact]
    public void A_cancelled_run_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var interactions = Interactions.Of(2, 2, [new(0, 0), new(1, 1), new(0, 1)]);
        Assert.ThrowsAny<OperationCanceledException>(() => GraphFilter.Fit(interactions, cancellation: source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => GraphFilter.Fit(interactions).Top([0], 1, cancellation: source.Token));
    }

    public static TheoryData<GraphSettings, string> Impossible => new()
    {
        { new GraphSettings { Rank = -1 }, "Rank" },
        { new GraphSettings { RankShare = 2 }, "RankShare" },
        { new GraphSettings { Neighbours = 0 }, "Neighbours" },
        { new GraphSettings { OfferDamping = double.NaN }, "OfferDamping" },
        { new GraphSettings { LikenessShrinkage = double.PositiveInfinity }, "LikenessShrinkage" },
        { new GraphSettings { Threads = -2 }, "Threads" },
    };

    [Theory, MemberData(nameof(Impossible))]
    public void Impossible_settings_are_named(GraphSettings settings, string name) =>
        Assert.Contains(name, Assert.Throws<ArgumentException>(() => GraphFilter.Fit(Interactions.Of(1, 1, []), settings)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_place_that_is_not_there_is_named()
    {
        var model = GraphFilter.Fit(Interactions.Of(2, 3, [new(0, 0)]));
        Assert.Contains("5 is none of the 2", Assert.Throws<ArgumentException>(() => model.Top([5], 1)).Message, StringComparison.Ordinal);
        Assert.Contains("there are 3", Assert.Throws<ArgumentException>(() => model.Score(0, new float[2])).Message, StringComparison.Ordinal);
    }

    // Where the last eigenvalue that is known equals the first that is not, or nearly, which vectors are known is chance.
    private static bool Tied(double[,] weights, GraphSettings settings)
    {
        var history = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(weights);
        var normal = history.Clone();
        var (rows, columns) = (history.RowSums(), history.ColumnSums());
        normal.MapIndexedInplace((r, c, v) => v == 0 ? 0 : v * Math.Pow(rows[r], -settings.CreatorDamping) / Math.Sqrt(columns[c]));
        var values = (normal.Transpose() * normal).Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric).EigenValues.Select(v => v.Real).Reverse().ToArray();
        var rank = Math.Min(settings.Rank, (int)Math.Ceiling(settings.RankShare * Math.Min(history.RowCount, history.ColumnCount)));
        return rank > 0 && rank < values.Length && (values[rank - 1] - values[rank] < 1e-2 * values[0] || values[rank - 1] < 1e-3 * values[0]);
    }
}
