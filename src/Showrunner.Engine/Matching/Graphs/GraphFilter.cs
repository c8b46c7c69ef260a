namespace Showrunner.Engine.Matching.Graphs;

/// <summary>
/// Collaborative filtering without training: what a creator did is a signal on the graph of products that creators have in common, and scores are that
/// signal after a low-pass filter. R̃ = D_c^-x R D_p^-½, P = R̃ᵀR̃ with its strongest entries of each row and its leading eigenvectors V; scores are
/// R (D_p^(½-h) P D_p^(½-o) + β D_p^-½ VVᵀ D_p^½) q(P). GF-CF (Shen et al., CIKM 2021) has x = h = o = ½ and q = 1, Turbo-CF (Park et al., SIGIR 2024) β = 0,
/// BSPM (Choi et al., SIGIR 2023) a sharpening q (<see cref="FilterShape"/>); free powers of the degrees as in LinkProp (Fu et al., WSDM 2022).
/// </summary>
public static class GraphFilter
{
    // A multiple of a tile in every width of vectors.
    private const int Width = 96, LeastBlocks = 3;

    /// <returns>A model that scores and ranks; it keeps the interactions.</returns>
    /// <exception cref="ArgumentException">A setting that cannot be.</exception>
    /// <exception cref="OperationCanceledException"/>
    public static GraphModel Fit(Interactions interactions, GraphSettings? settings = null, IProgress<GraphStep>? progress = null, CancellationToken cancellation = default)
    {
        settings ??= new GraphSettings();
        settings.Check();
        var how = settings.How(cancellation);
        progress?.Report(new GraphStep("normalise", 0));
        var history = Degrees.Weighted(interactions.ByCreator, settings.Weights);
        var (creators, products) = (Degrees.OfRows(history), Degrees.OfColumns(history));
        var sparse = Degrees.Normalised(history, Degrees.Power(creators, -settings.CreatorDamping), Degrees.Power(products, -0.5));
        var turned = sparse.Turned();
        progress?.Report(new GraphStep("spectrum", 0));
        var rank = Math.Min(settings.Rank, (int)Math.Ceiling(settings.RankShare * Math.Min(interactions.Creators, interactions.Products)));
        var spectrum = Spectrum.Of(sparse, turned, rank, Width, Math.Max(LeastBlocks, (2 * rank + Width - 1) / Width), how);
        progress?.Report(new GraphStep("co-occurrence", 0));
        var together = CoOccurrence.Of(sparse, turned, settings.Neighbours, how);
        progress?.Report(new GraphStep("co-occurrence", 1));
        var weights = GraphWeights.Of(settings, history, sparse, turned, together, spectrum, creators, products, how);
        return new GraphModel(interactions, settings, spectrum.Values.Length, weights);
    }
}
