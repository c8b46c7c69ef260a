using System.Collections.Concurrent;

namespace Showrunner.Engine.Matching.Graphs;

/// <summary>
/// Scores and rankings from either side. Who is cold has only scores of 0 and no ranking. Safe for any number of threads at once.
/// </summary>
public sealed class GraphModel
{
    private const int Batch = 64, Part = 4096;
    private readonly GraphWeights _weights;

    internal GraphModel(Interactions interactions, GraphSettings settings, int rank, GraphWeights weights) => (Interactions, Settings, Rank, _weights) = (interactions, settings, rank, weights);

    public Interactions Interactions { get; }
    public GraphSettings Settings { get; }

    /// <summary>Eigenvectors that were found.</summary>
    public int Rank { get; }

    internal GraphWeights Weights => _weights;

    /// <summary>All products for one creator.</summary>
    /// <param name="scores">One per product, in their order.</param>
    /// <exception cref="ArgumentException">No such creator, or a span of another length.</exception>
    public void Score(int creator, Span<float> scores)
    {
        Check(creator, Interactions.Creators, nameof(creator));
        Check(scores, Interactions.Products);
        var batch = new ScoreBatch(_weights, 1);
        batch.Score([creator]);
        batch.Of(0).CopyTo(scores);
    }

    /// <summary>All creators for one product: the same scores as <see cref="Score"/> gives, but for the last bits.</summary>
    /// <param name="scores">One per creator, in their order.</param>
    /// <exception cref="ArgumentException">No such product, or a span of another length.</exception>
    public void ScoreCreators(int product, Span<float> scores)
    {
        Check(product, Interactions.Products, nameof(product));
        Check(scores, Interactions.Creators);
        Of(product, CancellationToken.None).CopyTo(scores);
    }

    /// <summary>The best products of each of many creators, in batches on all threads.</summary>
    /// <param name="creators">Any, in any order.</param>
    /// <param name="count">How many of each at most; fewer where there are fewer.</param>
    /// <param name="excludeSeen">Without what the creator already has something with.</param>
    /// <returns>For each creator asked for, best first; empty where nothing is known of him. Cold products are in none.</returns>
    /// <exception cref="OperationCanceledException"/>
    public Scored[][] Top(IReadOnlyList<int> creators, int count, bool excludeSeen = true, IProgress<GraphStep>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        foreach (var creator in creators) Check(creator, Interactions.Creators, nameof(creators));
        var (top, done) = (new Scored[creators.Count][], 0);
        var spare = new ConcurrentBag<ScoreBatch>();
        Parallel.For(0, (creators.Count + Batch - 1) / Batch, Settings.How(cancellation), part =>
        {
            if (!spare.TryTake(out var batch)) batch = new ScoreBatch(_weights, Batch);
            var rows = creators.Skip(part * Batch).Take(Batch).ToArray();
            batch.Score(rows);
            for (var r = 0; r < rows.Length; r++) top[part * Batch + r] = Best(rows[r], batch.Of(r), count, excludeSeen);
            progress?.Report(new GraphStep("rank", (double)Interlocked.Add(ref done, rows.Length) / creators.Count));
            spare.Add(batch);
        });
        return top;
    }

    /// <summary>The best creators for a product.</summary>
    /// <param name="excludeSeen">Without those who already have something with it.</param>
    /// <returns>Best first; empty where nothing is known of the product. Cold creators are not among them.</returns>
    public Scored[] TopCreators(int product, int count, bool excludeSeen = true, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Check(product, Interactions.Products, nameof(product));
        if (_weights.Offer[product] == 0) return [];
        var scores = Of(product, cancellation);
        for (var c = 0; c < scores.Length; c++) if (_weights.Activity[c] == 0) scores[c] = float.NegativeInfinity;
        if (excludeSeen) foreach (var creator in Interactions.CreatorsOf(product)) scores[creator] = float.NegativeInfinity;
        return Picker.Best(scores, count);
    }

    private Scored[] Best(int creator, Span<float> scores, int count, bool excludeSeen)
    {
        if (_weights.Activity[creator] == 0) return [];
        foreach (var product in _weights.Cold) scores[product] = float.NegativeInfinity;
        if (excludeSeen) foreach (var product in Interactions.ProductsOf(creator)) scores[product] = float.NegativeInfinity;
        return Picker.Best(scores, count);
    }

    private float[] Of(int product, CancellationToken cancellation)
    {
        var (scores, how) = (new float[Interactions.Creators], Settings.How(cancellation));
        if (_weights.Offer[product] == 0) return scores;
        var column = _weights.Column(product, how);
        Parts.Each(scores.Length, Part, how, (from, to) =>
        {
            for (var c = from; c < to; c++) scores[c] = _weights.History.RowTimes(c, column) * _weights.Activity[c];
        });
        return scores;
    }

    private static void Check(int place, int count, string name)
    {
        if ((uint)place >= (uint)count) throw new ArgumentException($"{place} is none of the {count} there are.", name);
    }

    private static void Check(Span<float> scores, int count)
    {
        if (scores.Length != count) throw new ArgumentException($"There is room for {scores.Length} scores; there are {count}.", nameof(scores));
    }
}
