using System.Text;

namespace Showrunner.Engine.Identity;

/// <summary>One writing for contacts that people write in many ways.</summary>
public static class ContactKey
{
    private const int Shortest = 7, Told = 9;

    /// <summary>The last nine digits: "+62 812-3456-7890" and "0812 3456 7890" are one number, whichever way the country is written. Empty where it is no number.</summary>
    public static string Phone(string written)
    {
        var digits = new StringBuilder(written.Length);
        foreach (var c in written)
            if (char.IsAsciiDigit(c)) digits.Append(c);
            else if (char.IsLetter(c)) return "";
        return digits.Length < Shortest ? "" : digits.ToString(Math.Max(0, digits.Length - Told), Math.Min(Told, digits.Length));
    }

    /// <summary>Lower case, without what a mailbox ignores ("+shop" before the @; dots too at gmail.com). Empty where it is no address.</summary>
    public static string Mail(string written)
    {
        var text = written.Trim().ToLowerInvariant();
        var at = text.LastIndexOf('@');
        if (at <= 0 || at == text.Length - 1 || !text[at..].Contains('.', StringComparison.Ordinal) || text.Any(char.IsWhiteSpace)) return "";
        var (box, place) = (text[..at], text[(at + 1)..]);
        if (box.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus) box = box[..plus];
        if (place is "gmail.com" or "googlemail.com") (box, place) = (box.Replace(".", "", StringComparison.Ordinal), "gmail.com");
        return box.Length == 0 ? "" : $"{box}@{place}";
    }
}
