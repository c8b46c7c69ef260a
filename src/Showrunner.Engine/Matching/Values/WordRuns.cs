using Showrunner.Engine.Matching.Content;

namespace Showrunner.Engine.Matching.Values;

/// <summary>Character runs of texts, each different one once; what a word gives is worked out once.</summary>
internal sealed class WordRuns
{
    /// <summary>Places that runs fall into.</summary>
    public const int Places = 1 << 16;
    private readonly Dictionary<string, ushort[]> ofWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ushort[]>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    public WordRuns() => bySpan = ofWord.GetAlternateLookup<ReadOnlySpan<char>>();

    public ushort[] Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return [];
        var found = new List<ushort>();
        for (int from = 0, i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !char.IsWhiteSpace(text[i])) continue;
            if (i > from) found.AddRange(OfWord(text.AsSpan(from, i - from)));
            from = i + 1;
        }
        found.Sort();
        var kept = 0;
        for (var i = 0; i < found.Count; i++)
            if (kept == 0 || found[i] != found[kept - 1]) found[kept++] = found[i];
        return [.. found[..kept]];
    }

    private ushort[] OfWord(ReadOnlySpan<char> word)
    {
        if (!bySpan.TryGetValue(word, out var runs)) bySpan[word] = runs = [.. NGrams.Count(word.ToString()).Keys.Select(at => (ushort)(at % Places)).Distinct().Order()];
        return runs;
    }
}

/// <summary>How much a run tells of which product it is: the rarer among products, the more (Spärck Jones, 1972); nothing where no product has it.</summary>
internal sealed class RunWeights
{
    private readonly float[] weights = new float[WordRuns.Places];

    public RunWeights(IReadOnlyList<ushort[]> products)
    {
        var of = new int[weights.Length];
        foreach (var runs in products)
            foreach (var at in runs) of[at]++;
        for (var at = 0; at < weights.Length; at++) weights[at] = of[at] == 0 ? 0 : (float)Math.Log((products.Count + 1.0) / of[at]);
    }

    public float this[ushort at] => weights[at];
}
