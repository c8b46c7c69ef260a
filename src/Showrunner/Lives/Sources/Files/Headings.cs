using System.Text.Json;
using System.Text.RegularExpressions;
using Showrunner.Imports.Reading;

namespace Showrunner.Lives.Sources.Files;

/// <summary>What headings of LIVE files mean, in English, Indonesian and German; with or without the word LIVE and a currency or remark in brackets.</summary>
internal static partial class Headings
{
    private static readonly Dictionary<string, SourceField> Words = Read();

    public static SourceField? Of(string heading)
    {
        var text = HeaderText.Normal(heading);
        if (Words.TryGetValue(text, out var field)) return field;
        var plain = Spaces().Replace(Extra().Replace(text, " "), " ").Trim();
        return Words.TryGetValue(plain, out field) ? field : null;
    }

    private static Dictionary<string, SourceField> Read()
    {
        using var file = typeof(Headings).Assembly.GetManifestResourceStream("Showrunner.Lives.Sources.Files.headings.json")!;
        var lists = JsonSerializer.Deserialize<Dictionary<string, string[]>>(file)!;
        return lists.SelectMany(list => list.Value.Select(word => (Word: HeaderText.Normal(word), Field: Enum.Parse<SourceField>(list.Key)))).ToDictionary(pair => pair.Word, pair => pair.Field);
    }

    [GeneratedRegex(@"\([^)]*\)|\b(live(stream)?s?)\b")]
    private static partial Regex Extra();

    [GeneratedRegex(@"[\s-]+")]
    private static partial Regex Spaces();
}
