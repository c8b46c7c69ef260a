namespace Showrunner.Engine.Matching.Graphs;

/// <summary>
/// How strongly a filter answers to each frequency of the graph: a function of the co-occurrence matrix' eigenvalues, the largest being 1.
/// It is followed exactly where eigenvectors are known, and in proportion to the eigenvalue below the least of them.
/// </summary>
public sealed class FilterShape
{
    private readonly Func<double, double, double> _answer;

    private FilterShape(string name, Func<double, double, double> answer) => (Name, _answer) = (name, answer);

    public string Name { get; }

    /// <summary>
    /// All known frequencies alike: min(λ, least known λ). What everybody has in common is not louder than what a niche has in common;
    /// blurring by the graph and sharpening where it blurs most (the idea of BSPM, taken to its end on the known eigenvectors).
    /// </summary>
    public static FilterShape Ceiling { get; } = new("ceiling", Math.Min);

    /// <summary>λ + β: the linear filter and the ideal low-pass of GF-CF (Shen et al., "How powerful is graph convolution for recommendation?", CIKM 2021).</summary>
    public static FilterShape LowPass(double beta) => new(FormattableString.Invariant($"low-pass {beta}"), (value, _) => value + beta);

    /// <summary>a₁λ + a₂λ² + … (Park, Shin and Shin, "Turbo-CF: matrix decomposition-free graph filtering for fast recommendation", SIGIR 2024).</summary>
    public static FilterShape Polynomial(params double[] factors) => new("polynomial " + string.Join(' ', factors.Select(f => FormattableString.Invariant($"{f}"))),
        (value, _) => factors.Select((f, i) => f * Math.Pow(value, i + 1)).Sum());

    /// <summary>
    /// (λ + β) times one Runge–Kutta step of the sharpening dx/dt = -λx over a time: BSPM with early merge
    /// (Choi, Hong, Park and Cho, "Blurring-sharpening process models for collaborative filtering", SIGIR 2023).
    /// </summary>
    public static FilterShape BlurAndSharpen(double beta, double time) => new(FormattableString.Invariant($"blur {beta} sharpen {time}"),
        (value, _) => (value + beta) * (1 - time * value + Math.Pow(time * value, 2) / 2 - Math.Pow(time * value, 3) / 6 + Math.Pow(time * value, 4) / 24));

    /// <param name="value">More than 0, at most 1.</param>
    /// <param name="least">The least known eigenvalue.</param>
    internal double Of(double value, double least) => _answer(value, least);
}
