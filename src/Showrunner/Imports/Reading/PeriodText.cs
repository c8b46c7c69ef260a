using System.Globalization;
using System.Text.RegularExpressions;

namespace Showrunner.Imports.Reading;

/// <summary>Two dates in a file's name or in a "Date Range:" row above its header.</summary>
internal static partial class PeriodText
{
    [GeneratedRegex(@"(?<!\d)(20\d\d)[-_./]?(\d\d)[-_./]?(\d\d)(?:\s|[-_~–]|to|s/d)+(20\d\d)[-_./]?(\d\d)[-_./]?(\d\d)(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TwoDates { get; }

    public static (DateOnly From, DateOnly To)? Find(string text)
    {
        var match = TwoDates.Match(text.Length > 500 ? text[..500] : text);
        if (!match.Success || Day(match, 1) is not { } from || Day(match, 4) is not { } to || from > to) return null;
        return (from, to);
    }

    private static DateOnly? Day(Match match, int group)
    {
        var text = match.Groups[group].Value + match.Groups[group + 1].Value + match.Groups[group + 2].Value;
        return DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
