using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;

namespace Showrunner.Matching;

/// <summary>What categories are called in a reader's language where the tree knows it; else as their paths write it.</summary>
internal sealed class CategoryNames
{
    private readonly Dictionary<string, string> named = new(StringComparer.Ordinal);

    public static async Task<CategoryNames> In(string language, AppDb db, CancellationToken cancel)
    {
        var names = new CategoryNames();
        foreach (var (path, told) in await db.Categories.AsNoTracking().ToDictionaryAsync(c => c.Path, c => c.Names, cancel))
            if (told.Length > 2 && Read(told)?.GetValueOrDefault(language) is { Length: > 0 } name) names.named[path] = name;
        return names;
    }

    /// <summary>The narrowest part of a path.</summary>
    public string Leaf(string path) => named.GetValueOrDefault(path) ?? path[(path.LastIndexOf('/') + 1)..];

    /// <summary>What the narrowest part of a path is called in all languages.</summary>
    public static string Words(string path, string names) => string.Join(' ', [path[(path.LastIndexOf('/') + 1)..], .. (Read(names) ?? []).OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => n.Value)]);

    private static Dictionary<string, string>? Read(string names)
    {
        try { return JsonSerializer.Deserialize<Dictionary<string, string>>(names); }
        catch (JsonException) { return null; }
    }
}
