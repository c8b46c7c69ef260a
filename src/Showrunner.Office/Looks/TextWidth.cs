using System.Globalization;
using System.Text;

namespace Showrunner.Office;

/// <summary>
/// How wide a text is in Calibri, from the font's advance widths (the metric-compatible Carlito, per mille of the
/// type size). Letters with marks count as their base letter, wide East Asian characters as one em.
/// </summary>
public static class TextWidth
{
    /// <summary>Height of a line as a multiple of the type size.</summary>
    public const double LineHeight = 1.22;

    private const double BoldFactor = 1.03;

    private static readonly short[] Ascii =
    [
        226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507, 507, 507, 507, 507, 507,
        507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520, 420, 855, 646, 662,
        517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307, 386, 307, 498, 498, 291, 479, 525, 423, 525, 498, 305, 471,
        525, 229, 239, 455, 229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
    ];

    /// <summary>Width in points of one line of text at a type size in points.</summary>
    public static double Points(string text, double size, bool bold = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mille = 0;
        foreach (var rune in text.EnumerateRunes()) mille += Advance(rune);
        return mille * size / 1000 * (bold ? BoldFactor : 1);
    }

    /// <summary>The text, or its beginning and "…" where it is wider than the given points.</summary>
    public static string Trim(string text, double points, double size, bool bold = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Points(text, size, bold) <= points) return text;
        var room = points - Points("…", size, bold);
        var kept = new StringBuilder();
        foreach (var part in Graphemes(text))
        {
            room -= Points(part, size, bold);
            if (room < 0) break;
            kept.Append(part);
        }
        return kept.ToString().TrimEnd() + "…";
    }

    private static int Advance(Rune rune)
    {
        if (rune.Value is >= 32 and < 127) return Ascii[rune.Value - 32];
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control:
                return 0;
            case UnicodeCategory.OtherLetter or UnicodeCategory.OtherSymbol when rune.Value > 0x2E80:
                return 1000;
            case UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse:
                return 560;
        }
        if (rune.Value == '…') return 690;
        if (rune.Value is 'đ' or 'ơ' or 'ư') return 545;
        var plain = rune.ToString().Normalize(NormalizationForm.FormD);
        return plain.Length > 0 && plain[0] is >= ' ' and < (char)127 ? Ascii[plain[0] - 32] : 560;
    }

    private static IEnumerable<string> Graphemes(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext()) yield return elements.GetTextElement();
    }
}
