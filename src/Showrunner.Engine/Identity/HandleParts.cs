using System.Globalization;
using System.Text;

namespace Showrunner.Engine.Identity;

/// <summary>A handle taken apart: the words that name someone, without the numbers and words that people put behind a second account.</summary>
public sealed class HandleParts
{
    private static readonly HashSet<string> Weak =
        ["official", "offical", "ofc", "real", "the", "ori", "original", "asli", "backup", "second", "two", "new", "baru", "neu", "acc", "account", "akun", "konto", "page", "channel", "id", "vn", "us", "de", "uk", "tiktok", "alt"];
    private static readonly HashSet<string> Fan = ["fan", "fans", "fanpage", "fanbase", "fanclub", "fc", "club", "lovers", "parody", "fake", "updates", "daily4"];

    /// <summary>The words that name someone, one after another.</summary>
    public string Compact { get; }
    /// <summary>The same words in alphabetical order.</summary>
    public string Sorted { get; }
    /// <summary>A word says that the account is about someone, not his.</summary>
    public bool IsFan { get; }

    public HandleParts(string handle)
    {
        var words = Words(handle);
        IsFan = words.Any(Fan.Contains);
        var strong = words.Where(w => !Weak.Contains(w) && !Fan.Contains(w)).ToList();
        if (strong.Count == 0) strong = words;
        (Compact, Sorted) = (string.Concat(strong), string.Join(' ', strong.Order(StringComparer.Ordinal)));
    }

    /// <summary>Words of any text: lower case, without accents, digits and signs.</summary>
    public static List<string> Words(string text)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (char.IsLetter(c)) word.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        if (word.Length > 0) words.Add(word.ToString());
        return words;
    }

    /// <summary>True where one slip of the hand, or two in a long word, makes one of the other: a letter wrong, missing, too many, or two changed about.</summary>
    public static bool IsNear(string a, string b)
    {
        var most = Math.Max(a.Length, b.Length) >= 12 ? 2 : 1;
        return Math.Min(a.Length, b.Length) >= 6 && Math.Abs(a.Length - b.Length) <= most && Slips(a, b, most) <= most;
    }

    /// <summary>Optimal string alignment (Damerau 1964, Levenshtein 1966), given up above <paramref name="most"/>.</summary>
    private static int Slips(string a, string b, int most)
    {
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
                least = Math.Min(least, now[j]);
            }
            if (least > most) return least;
            last.CopyTo(before);
            now.CopyTo(last);
        }
        return last[b.Length];
    }
}
