using System.Text;

namespace Showrunner.Imports.Reading;

/// <summary>Headers are compared without case, stray spaces and a currency in brackets behind them.</summary>
internal static class HeaderText
{
    public static string Normal(ReadOnlySpan<char> header, out string? currency)
    {
        var text = Folded(header);
        currency = null;
        if (text.Length < 3 || text[^1] != ')') return text;
        var open = text.LastIndexOf('(');
        var inside = text[(open + 1)..^1].Trim();
        if (open <= 0 || !CurrencySigns.IsKnown(inside)) return text;
        currency = header.Trim()[(header.Trim().LastIndexOf('(') + 1)..^1].Trim().ToString();
        return text[..open].TrimEnd();
    }

    public static string Normal(ReadOnlySpan<char> header) => Normal(header, out _);

    private static string Folded(ReadOnlySpan<char> header)
    {
        var text = new StringBuilder(header.Length);
        var space = false;
        foreach (var c in header)
        {
            if (char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B')
            {
                space = text.Length > 0;
                continue;
            }
            if (space) text.Append(' ');
            space = false;
            text.Append(c);
        }
        return text.ToString().Normalize(NormalizationForm.FormC).ToLowerInvariant();
    }
}
