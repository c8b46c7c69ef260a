using System.Buffers;
using System.Text.Json;

namespace Showrunner.Lives.Watching;

/// <summary>Picks questions and complaints out of what is said, by words of six languages; what carries neither stays what it is.</summary>
public static class CommentSigns
{
    public const string Question = "question", Complaint = "complaint";
    private static readonly Dictionary<string, string[]> Words = Read();
    private static readonly SearchValues<string> Any = SearchValues.Create([.. Words.Values.SelectMany(words => words), "?", "？"], StringComparison.OrdinalIgnoreCase);

    public static string? Of(string text) => !text.AsSpan().ContainsAny(Any) ? null : Has(text, Complaint) ? Complaint : text.Contains('?') || text.Contains('？') || Has(text, Question) ? Question : null;

    private static Dictionary<string, string[]> Read()
    {
        using var file = typeof(CommentSigns).Assembly.GetManifestResourceStream("Showrunner.Lives.Watching.commentwords.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(file)!;
    }

    private static bool Has(string text, string sign) => Words[sign].Any(word => Has(text, word.AsSpan()));

    /// <summary>Whole words where a script has them; a part of the text elsewhere.</summary>
    private static bool Has(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        const char firstWithoutSpaces = '\u0E00';
        for (var from = 0; text[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var found; from += found + 1)
        {
            var (start, end) = (from + found, from + found + word.Length);
            if (word[0] >= firstWithoutSpaces) return true;
            if ((start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
        }
        return false;
    }
}
