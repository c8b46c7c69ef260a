namespace Showrunner.Imports.Reading;

/// <summary>Which character separates cells: the one that cuts most of the first rows into the same number of cells.</summary>
internal static class Delimiter
{
    private const int Rows = 20;

    /// <param name="sample">The file's beginning.</param>
    /// <param name="hint">True when the first row is Excel's own remark, "sep=;".</param>
    public static char Sniff(ReadOnlySpan<char> sample, out bool hint)
    {
        hint = sample.Length > 5 && sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && sample[5] is '\r' or '\n';
        if (hint) return sample[4];
        var best = ',';
        var bestScore = 0L;
        foreach (var candidate in (ReadOnlySpan<char>)[',', ';', '\t', '|'])
        {
            var score = Score(sample, candidate);
            if (score <= bestScore) continue;
            bestScore = score;
            best = candidate;
        }
        return best;
    }

    private static long Score(ReadOnlySpan<char> sample, char candidate)
    {
        Span<int> counts = stackalloc int[Rows];
        var rows = 0;
        var quoted = false;
        var count = 0;
        foreach (var c in sample)
        {
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c == candidate) count++;
            else if (c == '\n')
            {
                counts[rows++] = count;
                count = 0;
                if (rows == Rows) break;
            }
        }
        if (rows == 0) counts[rows++] = count;
        var best = 0L;
        for (var i = 0; i < rows; i++)
        {
            long same = 0;
            for (var j = 0; j < rows; j++) if (counts[i] == counts[j]) same++;
            best = Math.Max(best, counts[i] * same);
        }
        return best;
    }
}
