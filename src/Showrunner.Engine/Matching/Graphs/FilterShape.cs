namespace Showrunner.Engine.Matching.Graphs;

/// <summary>
/// What is made of the blurred signal: a polynomial q(P) in the co-occurrence matrix P, scaled so that its largest eigenvalue is 1.
/// Scores are R (P + β · low-pass) q(P).
/// </summary>
/// <param name="Name">For reports.</param>
/// <param name="Factors">Of 1, P, P², …; at least one.</param>
public sealed record FilterShape(string Name, IReadOnlyList<double> Factors)
{
    /// <summary>Nothing more: the linear filter and the ideal low-pass of GF-CF (Shen et al., "How powerful is graph convolution for recommendation?", CIKM 2021).</summary>
    public static FilterShape Plain { get; } = new("plain", [1]);

    /// <summary>
    /// One Runge–Kutta step of dx/dt = -Px over a time, which takes back most where the graph blurs most: BSPM with early merge
    /// (Choi, Hong, Park and Cho, "Blurring-sharpening process models for collaborative filtering", SIGIR 2023).
    /// </summary>
    public static FilterShape Sharpened(double time) => new(FormattableString.Invariant($"sharpened {time}"), [1, -time, time * time / 2, -Math.Pow(time, 3) / 6, Math.Pow(time, 4) / 24]);

    /// <summary>Of one's own, as in Turbo-CF, where the whole filter is P q(P) (Park, Shin and Shin, "Turbo-CF: matrix decomposition-free graph filtering for fast recommendation", SIGIR 2024).</summary>
    public static FilterShape Polynomial(params double[] factors) => new("polynomial " + string.Join(' ', factors.Select(f => FormattableString.Invariant($"{f}"))), factors);

    internal double Of(double value)
    {
        var sum = 0.0;
        for (var i = Factors.Count - 1; i >= 0; i--) sum = sum * value + Factors[i];
        return sum;
    }

    public override string ToString() => Name;
}
