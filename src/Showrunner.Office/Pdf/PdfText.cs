using System.Globalization;
using System.Text;

namespace Showrunner.Office;

/// <summary>Text as the fonts of a PDF can show it, and broken into lines. Sizes are points.</summary>
internal static class PdfText
{
    public const string Missing = "□";

    private static readonly Dictionary<string, string> Likely = new(StringComparer.Ordinal)
    {
        ["▲"] = "↑",
        ["▼"] = "↓",
        ["✓"] = "√",
        ["✗"] = "×",
        ["\u00A0"] = "\u00A0",
        ["\u202F"] = "\u00A0",
        ["\u2007"] = "\u00A0",
        ["\t"] = " ",
        ["\n"] = "\n",
    };

    public static PdfFace Face(bool bold) => bold ? PdfFace.Bold : PdfFace.Regular;

    /// <summary>A letter that no font of ours has becomes a box: seen, and never a crash.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        // Invalid halves of letters cannot be composed.
        var whole = CleanText.Of(text).ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);
        var letters = StringInfo.GetTextElementEnumerator(whole);
        while (letters.MoveNext()) clean.Append(Shown(letters.GetTextElement()));
        return clean.ToString();
    }

    public static double Width(string text, double size, bool bold = false) => Face(bold).Width(text, size);

    /// <summary>Lines of clean text; a word wider than the line is broken inside.</summary>
    public static List<string> Lines(string text, double width, double size, bool bold = false)
    {
        var lines = new List<string>();
        var space = Width(" ", size, bold);
        foreach (var paragraph in Clean(text).Split('\n'))
        {
            var line = new StringBuilder();
            var used = 0.0;
            foreach (var word in paragraph.Split(' ').SelectMany(w => Pieces(w, width, size, bold)))
            {
                var wide = Width(word, size, bold);
                if (line.Length > 0 && used + space + wide > width)
                {
                    lines.Add(line.ToString());
                    line.Clear();
                    used = 0;
                }
                if (line.Length > 0) line.Append(' ');
                line.Append(word);
                used += (used > 0 ? space : 0) + wide;
            }
            lines.Add(line.ToString());
        }
        return lines;
    }

    /// <summary>The text, or its beginning and "…" where it is wider.</summary>
    public static string Trim(string text, double width, double size, bool bold = false)
    {
        var clean = Clean(text).Replace('\n', ' ');
        if (Width(clean, size, bold) <= width) return clean;
        var left = width - Width("…", size, bold);
        var start = new StringBuilder();
        foreach (var rune in clean.EnumerateRunes())
        {
            left -= Width(rune.ToString(), size, bold);
            if (left < 0) break;
            start.Append(rune.ToString());
        }
        return start.ToString().TrimEnd() + "…";
    }

    private static string Shown(string letter)
    {
        if (Likely.TryGetValue(letter, out var other)) return other;
        var drawn = new StringBuilder();
        foreach (var rune in letter.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control || rune.Value is >= 0xFE00 and <= 0xFE0F) continue;
            if (!PdfFace.Regular.Has(rune) || !PdfFace.Bold.Has(rune)) return Missing;
            drawn.Append(rune.ToString());
        }
        return drawn.ToString();
    }

    private static IEnumerable<string> Pieces(string word, double width, double size, bool bold)
    {
        if (Width(word, size, bold) <= width) return [word];
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var used = 0.0;
        foreach (var rune in word.EnumerateRunes())
        {
            var wide = Width(rune.ToString(), size, bold);
            if (piece.Length > 0 && used + wide > width)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
                used = 0;
            }
            piece.Append(rune.ToString());
            used += wide;
        }
        return [.. pieces, piece.ToString()];
    }
}
