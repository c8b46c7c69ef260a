namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>What measures and calibrations ask of scores and labels.</summary>
internal static class Pairs
{
    public static void Check(IReadOnlyList<double> scores, IReadOnlyList<double> labels)
    {
        if (scores.Count == 0) throw new ArgumentException("There is nothing to measure.", nameof(scores));
        if (scores.Count != labels.Count) throw new ArgumentException($"{labels.Count} labels for {scores.Count} scores.", nameof(labels));
        for (var i = 0; i < scores.Count; i++)
            if (!double.IsFinite(scores[i]) || !double.IsFinite(labels[i])) throw new ArgumentException($"Score {scores[i]} with label {labels[i]}: both must be finite.", nameof(scores));
    }

    public static void Binary(IReadOnlyList<double> labels)
    {
        foreach (var label in labels)
            if (label is not (0 or 1)) throw new ArgumentException($"A label is {label}; it must be 0 or 1.", nameof(labels));
    }
}
