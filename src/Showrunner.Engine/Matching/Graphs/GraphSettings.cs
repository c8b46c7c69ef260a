namespace Showrunner.Engine.Matching.Graphs;

/// <summary>
/// What the graph filter can be told. The defaults were chosen where a fifth of what each Gowalla user did in training was hidden and guessed
/// (<c>./bench/run match --validate</c>): products that belong together, as what comes later does, and as a second opinion products by chance.
/// </summary>
public sealed record GraphSettings
{
    /// <summary>A creator of d products counts d^(-2x) in what occurs together: 0 all alike, 0.5 as in GF-CF.</summary>
    public double CreatorDamping { get; init; } = 0.4;

    /// <summary>A product of d creators in a creator's history counts d^(-x).</summary>
    public double HistoryDamping { get; init; } = 0.5;

    /// <summary>A product of d creators is offered with d^(-x).</summary>
    public double OfferDamping { get; init; } = 0.5;

    /// <summary>Scores of a creator of d products are taken times d^(-x): changes no order of products, but that of creators.</summary>
    public double ActivityDamping { get; init; } = 0.25;

    /// <summary>Eigenvectors at most, and at most as share of creators or products, whichever are fewer.</summary>
    public int Rank { get; init; } = 320;

    /// <inheritdoc cref="Rank"/>
    public double RankShare { get; init; } = 1 / 16.0;

    /// <summary>On so many leading eigenvectors what occurs together is sharpened exactly; likeness is measured in them.</summary>
    public int SharpRank { get; init; } = 128;

    /// <summary>β: how much the ideal low-pass, what is popular in each large group, counts beside what occurs together.</summary>
    public double LowPass { get; init; } = 0.2;

    public FilterShape Shape { get; init; } = FilterShape.Sharpened(2.5);

    /// <summary>Of how many other products each remembers that they occur together, the strongest.</summary>
    public int Neighbours { get; init; } = 1200;

    public InteractionWeights Weights { get; init; } = InteractionWeights.Presence;

    /// <summary>A likeness is taken times √(n / (n + x)) for either side's n pairs: little history, little likeness.</summary>
    public double LikenessShrinkage { get; init; } = 3;

    /// <summary>Threads; 0 are all there are. Results do not depend on it.</summary>
    public int Threads { get; init; }

    internal ParallelOptions How(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = Threads > 0 ? Threads : -1, CancellationToken = cancellation };

    /// <exception cref="ArgumentException">A setting that cannot be; the message names it.</exception>
    internal void Check()
    {
        foreach (var (name, value) in new[] { (nameof(CreatorDamping), CreatorDamping), (nameof(HistoryDamping), HistoryDamping), (nameof(OfferDamping), OfferDamping), (nameof(ActivityDamping), ActivityDamping) })
            if (!(value is >= -2 and <= 2)) throw new ArgumentException($"{name} is {value}; it must lie between -2 and 2.");
        if (Rank is < 0 or > 4096) throw new ArgumentException($"{nameof(Rank)} is {Rank}; it must lie between 0 and 4096.");
        if (SharpRank < 0) throw new ArgumentException($"{nameof(SharpRank)} is {SharpRank}; it must be 0 or more.");
        if (!(LowPass >= 0 && double.IsFinite(LowPass))) throw new ArgumentException($"{nameof(LowPass)} is {LowPass}; it must be finite and 0 or more.");
        if (Shape.Factors.Count == 0 || !Shape.Factors.All(double.IsFinite)) throw new ArgumentException($"{nameof(Shape)} has no factors, or some that are not finite.");
        if (!(RankShare is >= 0 and <= 1)) throw new ArgumentException($"{nameof(RankShare)} is {RankShare}; it must lie between 0 and 1.");
        if (Neighbours < 1) throw new ArgumentException($"{nameof(Neighbours)} is {Neighbours}; it must be at least 1.");
        if (Threads < 0) throw new ArgumentException($"{nameof(Threads)} is {Threads}; it must be 0 or more.");
        if (!(LikenessShrinkage >= 0 && double.IsFinite(LikenessShrinkage))) throw new ArgumentException($"{nameof(LikenessShrinkage)} is {LikenessShrinkage}; it must be finite and 0 or more.");
    }
}
