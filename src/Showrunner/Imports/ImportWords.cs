using Showrunner.Imports.Kinds;
using Showrunner.Imports.Mapping;
using Showrunner.Platform;

namespace Showrunner.Imports;

/// <summary>Kinds, layouts and refusals in words: sentences name a kind as people do, not by its code.</summary>
internal static class ImportWords
{
    public static IReadOnlyList<string> Kinds => [.. KindList.All.Select(kind => kind.Code), OrderMapping.Kind];

    public static string Kind(Texts texts, string language, string code) => texts.Has("kind." + code) ? texts.Say(language, "kind." + code) : code;

    /// <summary>A layout of ours in words; a mapping's own name stays as it is.</summary>
    public static string Layout(Texts texts, string language, string layout)
    {
        var key = "layout." + layout.ToLowerInvariant().Replace(' ', '_');
        return texts.Has(key) ? texts.Say(language, key) : layout;
    }

    public static string Field(Texts texts, string language, string field) =>
        string.Join(", ", field.Split(", ").Select(code => texts.Has("imports.field." + code) ? texts.Say(language, "imports.field." + code) : code));

    public static string Refusal(Texts texts, string language, string code, IReadOnlyList<object?> arguments)
    {
        var said = arguments.ToArray();
        for (var i = 2; i < said.Length && code is "kind_nearly" or "headers_mixed"; i++)
            said[i] = said[i] is not string word ? said[i] : i == 2 && code == "kind_nearly" ? Kind(texts, language, word) : i == 3 || code == "headers_mixed" ? Layout(texts, language, word) : word;
        return texts.Say(language, "refused." + code, said);
    }

    public static string Problem(Texts texts, string language, string code, string column, string text) => texts.Say(language, "problem." + code, column, text);
}
