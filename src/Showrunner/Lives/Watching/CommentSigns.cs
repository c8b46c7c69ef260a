using System.Text.Json;
using System.Text.RegularExpressions;

namespace Showrunner.Lives.Watching;

/// <summary>Picks questions and complaints out of what is said, by words of six languages; what carries neither stays what it is.</summary>
public static class CommentSigns
{
    public const string Question = "question", Complaint = "complaint";
    private static readonly (Regex Question, Regex Complaint) Signs = Read();

    public static string? Of(string text) => Signs.Complaint.IsMatch(text) ? Complaint : text.Contains('?') || text.Contains('？') || Signs.Question.IsMatch(text) ? Question : null;

    private static (Regex, Regex) Read()
    {
        using var file = typeof(CommentSigns).Assembly.GetManifestResourceStream("Showrunner.Lives.Watching.commentwords.json")!;
        var words = JsonSerializer.Deserialize<Dictionary<string, string[]>>(file)!;
        return (Any(words[Question]), Any(words[Complaint]));
    }

    /// <summary>Whole words where a script has them; a part of the text elsewhere.</summary>
    private static Regex Any(string[] words) => new(string.Join('|', words.Select(word => word.All(sign => sign < 0x2E80) ? $@"(?<![\p{{L}}\d]){Regex.Escape(word)}(?![\p{{L}}\d])" : Regex.Escape(word))),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, TimeSpan.FromMilliseconds(50));
}
