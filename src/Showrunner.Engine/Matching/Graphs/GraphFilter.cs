namespace Showrunner.Engine.Matching.Graphs;

/// <summary>
/// Collaborative filtering without training: what a creator did is a signal on the graph of products that creators have in common, and scores are
/// that signal after a low-pass filter. R̃ = D_c^-x R D_p^-½; the filter is a function of P = R̃ᵀR̃ (<see cref="FilterShape"/>): its strongest entries as
/// they are, corrected on its leading eigenvectors; scores are R D_p^(½-h) f(P) D_p^(½-o). Family: GF-CF (Shen et al., CIKM 2021), Turbo-CF (Park et al., SIGIR 2024),
/// BSPM (Choi et al., SIGIR 2023); free powers of the degrees as in LinkProp (Fu et al., WSDM 2022).
/// </summary>
public static class GraphFilter
{
    private const int Width = 64, LeastBlocks = 4;

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
        var spectrum = Spectrum.Of(sparse, turned, rank, Width, Math.Max(LeastBlocks, 2 * rank / Width), how);
        progress?.Report(new GraphStep("co-occurrence", 0));
        var together = CoOccurrence.Of(sparse, turned, settings.Neighbours, how);
        progress?.Report(new GraphStep("co-occurrence", 1));
        return new GraphModel(interactions, settings, new GraphWeights(settings, history, together, spectrum, creators, products));
    }
}
