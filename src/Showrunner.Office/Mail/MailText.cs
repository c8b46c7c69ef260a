using System.Globalization;
using System.Text;

namespace Showrunner.Office;

/// <summary>Texts as mail headers can hold them (RFC 2047).</summary>
internal static class MailText
{
    // 39 bytes are 52 letters of base64: an encoded word of 64, which fits behind every header's name on a line of 76.
    private const int MostBytes = 39;
    private const int LongestWord = 60;

    /// <summary>On one line: breaks and tabs become spaces; control characters and marks that turn the reading direction go.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var space = rune.Value is '\t' or '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029;
            if (space) clean.Append(' ');
            else if (rune.Value is not (>= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control) clean.Append(rune.ToString());
        }
        return clean.ToString().Trim();
    }

    /// <summary>Can stand in a header as it is.</summary>
    public static bool IsPlain(string text) =>
        !text.Contains("=?", StringComparison.Ordinal) && text.All(c => c is >= ' ' and < (char)127) && text.Split(' ').All(word => word.Length <= LongestWord);

    /// <summary>Encoded words, none of which cuts a letter. Readers join them without the spaces between.</summary>
    public static IEnumerable<string> Encoded(string text)
    {
        var chunk = new List<byte>(MostBytes);
        var letter = new byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(letter);
            if (chunk.Count + length > MostBytes)
            {
                yield return Word(chunk);
                chunk.Clear();
            }
            chunk.AddRange(letter.Take(length));
        }
        if (chunk.Count > 0) yield return Word(chunk);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String(bytes.ToArray())}?=";
}
