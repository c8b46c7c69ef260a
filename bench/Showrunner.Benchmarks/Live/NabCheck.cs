namespace Showrunner.Benchmarks.Live;

/// <summary>Whether the scoring itself is right: what is known of it must come out.</summary>
/// <param name="Null">A detector that says the same of every row; 0.</param>
/// <param name="Perfect">One that tells of the first row of each window; 100.</param>
/// <param name="Published">Largest difference between our windowed Gaussian and the published one, raw score by series, at the published threshold; null where none is published.</param>
internal sealed record NabCheck(double Null, double Perfect, double? Published)
{
    // The published ones stand here with five digits.
    private const double Same = 1e-4;

    // Published is 1, of scores that were written with twelve digits.
    private const double PublishedThreshold = 1 - 5e-13;

    public bool Holds => Math.Abs(Null) < 1e-9 && Math.Abs(Perfect - 100) < 1e-9 && Published is null or < Same;

    public static NabCheck Of(NabCorpus corpus, IReadOnlyList<double[]> gaussian)
    {
        var standard = corpus.Profiles.FirstOrDefault(p => p.Name == "standard") ?? corpus.Profiles[0];
        var same = corpus.Series.Select(s => s.Values.Select(_ => 0.5).ToArray()).ToArray();
        var first = corpus.Series.Select(s => s.Values.Select((_, i) => s.Windows.Any(w => w.First == i) ? 1.0 : 0).ToArray()).ToArray();
        var ours = NabScore.Of(corpus.Series, gaussian, standard, PublishedThreshold).BySeries;
        var apart = corpus.Series.Index().Select(s => NabPublished.WindowedGaussianOf(s.Item.Name) is { } theirs ? Math.Abs(ours[s.Index] - theirs) : (double?)null).Max();
        return new NabCheck(NabScore.Of(corpus.Series, same, standard).Normalised, NabScore.Of(corpus.Series, first, standard).Normalised, apart);
    }
}
