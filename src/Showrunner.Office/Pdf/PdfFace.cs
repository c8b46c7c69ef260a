using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Showrunner.Office;

/// <summary>A font that comes with the product: its file, which letters it has and how wide they are.</summary>
internal sealed class PdfFace
{
    private readonly Dictionary<int, int> glyphs = [];
    private readonly Dictionary<string, (int From, int Length)> tables = new(StringComparer.Ordinal);
    private readonly double unit;
    private readonly int widths, widthCount;

    private PdfFace(string name)
    {
        using var packed = typeof(PdfFace).Assembly.GetManifestResourceStream(name + ".ttf.gz") ?? throw new InvalidOperationException($"The font {name} is missing in the program.");
        using var plain = new MemoryStream();
        using (var unpack = new GZipStream(packed, CompressionMode.Decompress)) unpack.CopyTo(plain);
        File = plain.ToArray();
        Name = name;
        for (var i = 0; i < U16(4); i++) tables[Encoding.ASCII.GetString(File, 12 + 16 * i, 4)] = (U32(20 + 16 * i), U32(24 + 16 * i));
        unit = 1000.0 / U16(Table("head") + 18);
        (widths, widthCount) = (Table("hmtx"), U16(Table("hhea") + 34));
        ReadGlyphs(Table("cmap"));
    }

    public static PdfFace Regular { get; } = new("Carlito-Regular");

    public static PdfFace Bold { get; } = new("Carlito-Bold");

    private byte[] File { get; }

    public bool Has(Rune letter) => glyphs.ContainsKey(letter.Value);

    /// <summary>As documents name it.</summary>
    public string Name { get; }

    public int GlyphCount => U16(Table("maxp") + 4);

    /// <summary>In thousandths of an em.</summary>
    public IEnumerable<int> Box => Enumerable.Range(0, 4).Select(i => Em(Table("head") + 36 + 2 * i));

    public int Ascent => Em(Table("hhea") + 4);

    public int Descent => Em(Table("hhea") + 6);

    public int CapHeight => Em(Table("OS/2") + 88);

    /// <summary>0 is the box for letters the font lacks.</summary>
    public int Glyph(Rune letter) => glyphs.GetValueOrDefault(letter.Value == 0xA0 ? ' ' : letter.Value);

    /// <summary>In thousandths of an em.</summary>
    public double GlyphWidth(int glyph) => U16(widths + 4 * Math.Min(glyph, widthCount - 1)) * unit;

    /// <summary>In points at a size in points.</summary>
    public double Width(string text, double size)
    {
        var sum = 0.0;
        foreach (var letter in text.EnumerateRunes()) sum += GlyphWidth(Glyph(letter));
        return sum * size / 1000;
    }

    /// <summary>How a glyph is drawn; empty for a space.</summary>
    public byte[] Outline(int glyph)
    {
        var (places, wide) = (Table("loca"), U16(Table("head") + 50) == 1);
        var (from, to) = wide ? (U32(places + 4 * glyph), U32(places + 4 * glyph + 4)) : (2 * U16(places + 2 * glyph), 2 * U16(places + 2 * glyph + 2));
        return File[(Table("glyf") + from)..(Table("glyf") + to)];
    }

    public bool HasTable(string name) => tables.ContainsKey(name);

    public byte[] TableBytes(string name) => File[tables[name].From..(tables[name].From + tables[name].Length)];

    // Only the segments of the basic plane (format 4): what lies beyond are emoji and rare scripts, which the font lacks.
    private void ReadGlyphs(int cmap)
    {
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var at = cmap + (int)BinaryPrimitives.ReadUInt32BigEndian(File.AsSpan(cmap + 8 + 8 * i));
            if (U16(at) == 4) ReadSegments(at);
        }
    }

    private void ReadSegments(int at)
    {
        var count = U16(at + 6) / 2;
        for (var s = 0; s < count; s++)
        {
            var (last, first) = (U16(at + 14 + 2 * s), U16(at + 16 + 2 * (count + s)));
            var (shift, offsetAt) = (U16(at + 16 + 2 * (2 * count + s)), at + 16 + 2 * (3 * count + s));
            for (var code = first; code <= last && code < 0xFFFF; code++)
            {
                var offset = U16(offsetAt);
                var glyph = offset == 0 ? code : U16(offsetAt + offset + 2 * (code - first));
                if (glyph != 0) glyph = (glyph + shift) & 0xFFFF;
                if (glyph != 0) glyphs[code] = glyph;
            }
        }
    }

    private int Table(string name) => tables[name].From;

    private int Em(int at) => (int)Math.Round(BinaryPrimitives.ReadInt16BigEndian(File.AsSpan(at)) * unit);

    private int U32(int at) => checked((int)BinaryPrimitives.ReadUInt32BigEndian(File.AsSpan(at)));

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(File.AsSpan(at));
}
