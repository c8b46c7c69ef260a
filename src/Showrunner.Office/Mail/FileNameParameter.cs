using System.Globalization;
using System.Text;

namespace Showrunner.Office;

/// <summary>The name of an attached file in its header (RFC 2231).</summary>
internal static class FileNameParameter
{
    private const int MostInPiece = 54;
    private const string Fallback = "attachment";

    /// <summary>One word of a header for a plain name, several for a long or a foreign one.</summary>
    public static IEnumerable<string> Of(string name)
    {
        var clean = Clean(name);
        if (clean.Length <= MostInPiece && clean.All(c => c is >= ' ' and < (char)127)) return [$"filename=\"{clean}\""];
        var pieces = Pieces(clean);
        return pieces.Select((piece, i) => string.Create(CultureInfo.InvariantCulture, $"filename*{i}*={(i == 0 ? "utf-8''" : "")}{piece}{(i < pieces.Count - 1 ? ";" : "")}"));
    }

    /// <summary>The bare name of a file, without what a header or a disk could misread.</summary>
    public static string Clean(string name)
    {
        var clean = MailText.Clean(name);
        clean = clean[(clean.LastIndexOfAny(['/', '\\']) + 1)..].Replace('"', '\'').Trim(' ', '.');
        return clean.Length > 0 ? clean : Fallback;
    }

    private static List<string> Pieces(string name)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            var written = char.IsAsciiLetterOrDigit((char)rune.Value) && rune.IsAscii || rune.Value is '-' or '_' or '.' ? rune.ToString() : Percent(rune);
            if (piece.Length + written.Length > MostInPiece)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            piece.Append(written);
        }
        pieces.Add(piece.ToString());
        return pieces;
    }

    private static string Percent(Rune rune)
    {
        var bytes = new byte[4];
        return string.Concat(bytes.Take(rune.EncodeToUtf8(bytes)).Select(b => "%" + b.ToString("X2", CultureInfo.InvariantCulture)));
    }
}
