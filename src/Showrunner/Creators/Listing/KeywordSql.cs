using System.Text;
using System.Text.RegularExpressions;

namespace Showrunner.Creators.Listing;

/// <summary>Finds creators by a word of their handle, name or bio; where that finds nobody, by the beginning of a word with one slip in it.</summary>
internal static class KeywordSql
{
    internal const int ShortestWithSlip = 4;

    /// <summary>Every word must be somewhere.</summary>
    public static string Contains(string typed, Func<string, string> place) => string.Join(" AND ", Words(typed).Select(word =>
    {
        var here = place(word);
        return $"(contains(c.handle, {here}) OR contains(c.also, {here}) OR contains(strip_accents(lower(c.name)), strip_accents({here})) OR contains(lower(c.bio), {here}))";
    }));

    /// <summary>Words of handle and name that begin almost like each typed word: a letter wrong, missing, too many, or two changed about.</summary>
    public static string Almost(string typed, Func<string, string> place) => string.Join(" AND ", Words(typed).Select(word =>
        $"regexp_matches(c.handle || ' ' || c.also || ' ' || strip_accents(lower(c.name)), {place(Pattern(word))})"));

    internal static IEnumerable<string> Words(string typed)
    {
        var words = typed.ToLowerInvariant().Split([' ', '@', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(5).ToList();
        return words.Count > 0 ? words : [typed];
    }

    internal static string Pattern(string word)
    {
        var letters = word.EnumerateRunes().Select(rune => Regex.Escape(rune.ToString())).ToList();
        var ways = new List<string> { string.Concat(letters) };
        if (letters.Count >= ShortestWithSlip)
            for (var at = 0; at < letters.Count; at++)
            {
                var (before, after) = (string.Concat(letters.Take(at)), string.Concat(letters.Skip(at + 1)));
                ways.Add(before + ".?" + after);
                ways.Add(before + "." + letters[at] + after);
                if (at + 1 < letters.Count) ways.Add(before + letters[at + 1] + letters[at] + string.Concat(letters.Skip(at + 2)));
            }
        return new StringBuilder(@"(^|[ ._\-])(").AppendJoin('|', ways).Append(')').ToString();
    }
}
