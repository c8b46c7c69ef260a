using System.Text;
using System.Xml;

namespace Showrunner.Office;

/// <summary>Text made fit for an XML part.</summary>
internal static class CleanText
{
    public const int CellLimit = 32_767;

    /// <summary>Without the characters XML forbids: controls, lone surrogates, U+FFFE and U+FFFF.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        // Nearly every text has only characters of this range.
        var odd = text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF');
        if (odd < 0) return text;
        var bad = FirstBad(text, odd);
        if (bad < 0) return text;
        var clean = new StringBuilder(text.Length).Append(text, 0, bad);
        for (var i = bad; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (Pair(text, i)) clean.Append(text[i]).Append(text[++i]);
        }
        return clean.ToString();
    }

    /// <summary>Clean, and no longer than a spreadsheet cell may hold.</summary>
    public static string ForCell(string text)
    {
        var clean = Of(text);
        if (clean.Length <= CellLimit) return clean;
        var end = CellLimit - 1;
        if (char.IsHighSurrogate(clean[end - 1])) end--;
        return string.Concat(clean.AsSpan(0, end), "…");
    }

    /// <summary>Starts like a formula: a spreadsheet would run it if someone edits the cell.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    private static int FirstBad(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (!Pair(text, i)) return i;
            i++;
        }
        return -1;
    }

    private static bool Pair(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
}
