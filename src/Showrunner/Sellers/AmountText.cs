using System.Globalization;
using Showrunner.Platform;

namespace Showrunner.Sellers;

/// <summary>An amount as people type it in their language: 12,50 or 12.50 or 1.250.000.</summary>
internal static class AmountText
{
    private const int MostDecimals = 2;

    /// <summary>Null where it is no amount; <paramref name="per"/> minor units make one.</summary>
    public static long? Read(string? text, string language, long per)
    {
        text = (text ?? "").Trim().Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal);
        if (text.Length is 0 or > 20) return null;
        var (dot, comma) = (text.LastIndexOf('.'), text.LastIndexOf(','));
        var mark = Math.Max(dot, comma);
        // The last mark is the decimal one unless three digits follow it and the language groups with it, or it comes again.
        var decimals = mark < 0 ? 0 : text.Length - mark - 1;
        var group = Texts.Culture(language).NumberFormat.NumberGroupSeparator[0];
        var groups = mark >= 0 && (text.Count(c => c == text[mark]) > 1 || (decimals > MostDecimals && (text[mark] == group || per == 1)));
        var plain = new string([.. text.Where((c, i) => char.IsAsciiDigit(c) || c is '-' || (i == mark && !groups)).Select(c => c == ',' ? '.' : c)]);
        if (text.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or ',' or '-')) || !decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)) return null;
        return decimal.Round(amount * per, 0) == amount * per && amount < 1_000_000_000_000m ? (long)(amount * per) : null;
    }
}
