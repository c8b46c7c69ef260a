using System.Globalization;
using System.Text;

namespace Showrunner.Office;

/// <summary>Text in lines of at most 76 plain letters (RFC 2045, 6.7): readable for people where it was ASCII.</summary>
internal static class QuotedPrintable
{
    private const int Longest = 76;

    public static string Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var result = new StringBuilder(text.Length + text.Length / 8);
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) result.Append("\r\n");
            Line(result, lines[i]);
        }
        return result.ToString();
    }

    private static void Line(StringBuilder result, string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var column = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var last = i == bytes.Length - 1;
            var plain = bytes[i] is > (byte)' ' and < 127 and not (byte)'=' || bytes[i] is (byte)' ' or (byte)'\t' && !last;
            var length = plain ? 1 : 3;
            // The mark of a soft break needs room on every line but the last.
            if (column + length > (last ? Longest : Longest - 1))
            {
                result.Append("=\r\n");
                column = 0;
            }
            if (plain) result.Append((char)bytes[i]);
            else result.Append('=').Append(bytes[i].ToString("X2", CultureInfo.InvariantCulture));
            column += length;
        }
    }
}
