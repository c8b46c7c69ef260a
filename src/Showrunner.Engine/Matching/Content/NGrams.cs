using System.Globalization;
using System.Text;

namespace Showrunner.Engine.Matching.Content;

/// <summary>
/// Short runs of characters, so that texts of any language can be compared without a dictionary (Cavnar and Trenkle, 1994). Letters are
/// compared without case and accents, and words without the gaps between them: "Quạt cầm tay" and "#quatcamtay" are the same. Scripts that
/// write a word with one or two signs (Han, kana, Hangul, Thai) give runs of one and two, all others runs of three to five.
/// </summary>
public static class NGrams
{
    /// <summary>Places that hashes fall into.</summary>
    public const int Buckets = 1 << 20;

    /// <returns>How often each hashed run occurs, by its place below <see cref="Buckets"/>.</returns>
    public static Dictionary<int, int> Count(string? text)
    {
        Dictionary<int, int> counts = [];
        foreach (var run in Runs(text))
        {
            var dense = IsDense(run[0]);
            for (var n = dense ? 1 : Math.Min(3, run.Length); n <= (dense ? 2 : 5) && n <= run.Length; n++)
                for (var i = 0; i + n <= run.Length; i++)
                {
                    var at = Hash(run.AsSpan(i, n));
                    counts[at] = counts.GetValueOrDefault(at) + 1;
                }
        }
        return counts;
    }

    /// <summary>Folded letters and digits, cut at punctuation and where the script changes between dense and spelled.</summary>
    internal static List<string> Runs(string? text)
    {
        List<string> runs = [];
        if (string.IsNullOrWhiteSpace(text)) return runs;
        var run = new StringBuilder();
        void End()
        {
            if (run.Length > 0) runs.Add(run.ToString());
            run.Clear();
        }
        // A lone surrogate cannot be normalised.
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (rune.Value is >= 0x300 and <= 0x36F || Rune.IsWhiteSpace(rune)) continue;
            if (!Rune.IsLetterOrDigit(rune) && !IsMark(rune)) { End(); continue; }
            var folded = Fold(rune);
            if (run.Length > 0 && IsDense(run[^1]) != IsDense(folded[0])) End();
            run.Append(folded);
        }
        End();
        return runs;
    }

    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Fold(Rune rune) => Rune.ToLowerInvariant(rune) is var lower && lower.Value switch
    {
        'đ' => "d",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'æ' => "ae",
        'œ' => "oe",
        'ı' => "i",
        _ => null,
    } is { } plain ? plain : lower.ToString();

    // Thai, kana, Han with its extensions (also as surrogate pairs), Hangul with its decomposed letters.
    private static bool IsDense(char c) => c is >= '\u0E00' and <= '\u0E7F' or >= '\u1100' and <= '\u11FF' or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uD840' and <= '\uD88F' or >= '\uDC00' and <= '\uDFFF';

    // FNV-1a, folded to the number of buckets.
    private static int Hash(ReadOnlySpan<char> run)
    {
        var hash = 2166136261u;
        foreach (var c in run) hash = (hash ^ c) * 16777619u;
        return (int)((hash ^ (hash >> 20)) & (Buckets - 1));
    }
}
