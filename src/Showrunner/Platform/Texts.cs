using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Showrunner.Platform;

/// <summary>Every sentence the program says, in every language it speaks, read from the rooms' Texts.json files.</summary>
public sealed class Texts
{
    public static readonly IReadOnlyList<string> Languages = ["en", "id", "de"];

    private readonly Dictionary<string, Dictionary<string, string>> _byKey = new(StringComparer.Ordinal);

    /// <summary>Keys that more than one room claims; a test keeps this empty.</summary>
    public IReadOnlyList<string> Duplicates { get; }
    public IReadOnlyCollection<string> Keys => _byKey.Keys;

    public Texts() : this(Files(typeof(Texts).Assembly)) { }

    public Texts(IEnumerable<Stream> files)
    {
        var twice = new List<string>();
        foreach (var file in files)
        {
            using (file)
            {
                var entries = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(file, Options)!;
                foreach (var (key, forms) in entries)
                    if (!_byKey.TryAdd(key, forms)) twice.Add(key);
            }
        }
        Duplicates = twice;
    }

    public bool Has(string key) => _byKey.ContainsKey(key);

    /// <summary>The raw form, with its placeholders; null where the key or the language is missing.</summary>
    public string? Raw(string language, string key) => _byKey.GetValueOrDefault(key)?.GetValueOrDefault(language);

    /// <summary>
    /// Says <paramref name="key"/> in <paramref name="language"/>. <c>{0}</c> is the first argument,
    /// <c>{name}</c> the argument given as <c>("name", value)</c>, <c>{0|row|rows}</c> one word or the other by its number.
    /// A missing key says itself, so that a page with a hole still stands.
    /// </summary>
    public string Say(string language, string key, params IReadOnlyList<object?> arguments) =>
        (Raw(language, key) ?? Raw("en", key)) is { } form ? TextForm.Fill(form, Culture(language), arguments) : key;

    /// <summary>How the language writes numbers; fixed here, because operating systems disagree.</summary>
    public static CultureInfo Culture(string language) => Cultures.GetValueOrDefault(language) ?? Cultures["en"];

    private static readonly Dictionary<string, CultureInfo> Cultures = new()
    {
        ["en"] = Numbers("en-GB", ".", ","),
        ["id"] = Numbers("id-ID", ",", "."),
        ["de"] = Numbers("de-DE", ",", "."),
    };

    private static CultureInfo Numbers(string name, string point, string group)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NumberGroupSeparator = group;
        culture.NumberFormat.NumberGroupSizes = [3];
        culture.NumberFormat.NegativeSign = "\u2212";
        return CultureInfo.ReadOnly(culture);
    }

    private static IEnumerable<Stream> Files(Assembly assembly) =>
        assembly.GetManifestResourceNames().Where(name => name.EndsWith("Texts.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name => assembly.GetManifestResourceStream(name)!);

    private static readonly JsonSerializerOptions Options = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
}
