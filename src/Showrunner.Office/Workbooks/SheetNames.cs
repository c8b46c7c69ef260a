using System.Globalization;

namespace Showrunner.Office;

/// <summary>Names of sheets as a spreadsheet allows them: up to 31 characters, none of []:*?/\, each once.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> given = new(StringComparer.Ordinal);

    /// <summary>The name in the file of the sheet that asked for this one.</summary>
    public string Of(string wanted) => given.TryGetValue(wanted, out var name) ? name : Clean(wanted);

    public string Take(string wanted)
    {
        var name = Free(wanted);
        given.TryAdd(wanted, name);
        return name;
    }

    private string Free(string wanted)
    {
        var name = Clean(wanted);
        for (var n = 2; !taken.Add(name); n++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({n})");
            name = Cut(Clean(wanted), Longest - suffix.Length) + suffix;
        }
        return name;
    }

    /// <summary>Quoted for a formula.</summary>
    public static string Quoted(string name) => "'" + name.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static string Clean(string wanted)
    {
        var kept = string.Concat(CleanText.Of(wanted).Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\t' or '\n' or '\r' ? ' ' : c));
        var name = Cut(kept.Trim().Trim('\''), Longest).Trim().Trim('\'');
        // "History" belongs to Excel's change tracking.
        return name.Length == 0 ? "Sheet" : name.Equals("History", StringComparison.OrdinalIgnoreCase) ? name + "_" : name;
    }

    private static string Cut(string name, int length)
    {
        if (name.Length <= length) return name;
        return name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)];
    }
}
