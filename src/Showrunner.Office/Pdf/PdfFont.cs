using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Showrunner.Office;

/// <summary>One font in one PDF: the letters used so far, and what a reader needs to draw, find and copy them.</summary>
internal sealed class PdfFont(PdfFace face)
{
    private const int MostMapped = 100;

    private readonly SortedDictionary<int, Rune> used = [];

    public bool IsUsed => used.Count > 0;

    /// <summary>Some letter that no font has was drawn as a box.</summary>
    public bool HasBoxes => used.ContainsKey(face.Glyph(PdfText.Missing.EnumerateRunes().First()));

    /// <summary>The text as glyph numbers, in hexadecimal digits.</summary>
    public string Show(string text)
    {
        var shown = new StringBuilder(text.Length * 4);
        foreach (var letter in text.EnumerateRunes())
        {
            var glyph = face.Glyph(letter);
            used.TryAdd(glyph, letter);
            shown.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
        }
        return shown.ToString();
    }

    /// <summary>The number of the font object.</summary>
    public int Write(PdfObjects file)
    {
        var name = $"{Prefix()}+{face.Name}";
        var program = PdfSubset.Of(face, used.Keys);
        var data = file.Stream(program, string.Create(CultureInfo.InvariantCulture, $"/Length1 {program.Length}"));
        var descriptor = file.Add(string.Create(CultureInfo.InvariantCulture,
            $"<</Type/FontDescriptor/FontName/{name}/Flags 32/FontBBox[{string.Join(' ', face.Box)}]/ItalicAngle 0/Ascent {face.Ascent}/Descent {face.Descent}/CapHeight {face.CapHeight}/StemV {(face == PdfFace.Bold ? 140 : 80)}/FontFile2 {PdfObjects.Ref(data)}>>"));
        var widths = string.Concat(used.Keys.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g}[{PdfObjects.Number(face.GlyphWidth(g))}]")));
        var letters = file.Add($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {PdfObjects.Ref(descriptor)}/W[{widths}]/CIDToGIDMap/Identity>>");
        return file.Add($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{PdfObjects.Ref(letters)}]/ToUnicode {PdfObjects.Ref(file.Stream(Meanings()))}>>");
    }

    // Six letters tell parts of one font in several files apart.
    private string Prefix() => string.Concat(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(',', used.Keys))).Take(6).Select(b => (char)('A' + b % 26)));

    private byte[] Meanings()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var part in used.Chunk(MostMapped))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (glyph, letter) in part) map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(letter.ToString()))}>\n");
            map.Append("endbfchar\n");
        }
        return Encoding.ASCII.GetBytes(map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString());
    }
}
