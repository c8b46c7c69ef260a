using System.Buffers.Binary;
using System.Text;

namespace Showrunner.Office;

/// <summary>A font file with the outlines of some glyphs only; glyphs keep their numbers (OpenType: glyf, loca).</summary>
internal static class PdfSubset
{
    // What a PDF's reader needs of a TrueType font; the rest is for choosing and shaping letters.
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    private const int IndexToLocFormat = 50;
    private const int WordArguments = 1, OneScale = 8, MoreParts = 32, TwoScales = 64, Matrix = 128;

    public static byte[] Of(PdfFace face, IEnumerable<int> glyphs)
    {
        var wanted = new SortedSet<int>(glyphs) { 0 };
        var open = new Queue<int>(wanted);
        while (open.TryDequeue(out var glyph))
            foreach (var part in Parts(face.Outline(glyph)))
                if (wanted.Add(part)) open.Enqueue(part);
        using var outlines = new MemoryStream();
        var places = new byte[4 * (face.GlyphCount + 1)];
        for (var glyph = 0; glyph < face.GlyphCount; glyph++)
        {
            if (wanted.Contains(glyph)) outlines.Write(face.Outline(glyph));
            while (outlines.Length % 4 != 0) outlines.WriteByte(0);
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * (glyph + 1)), (uint)outlines.Length);
        }
        var head = face.TableBytes("head");
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(IndexToLocFormat), 1);
        return File([.. Kept.Where(face.HasTable).Select(name => (name, name switch { "glyf" => outlines.ToArray(), "loca" => places, "head" => head, _ => face.TableBytes(name) }))]);
    }

    /// <summary>The glyphs a letter with an accent is put together from.</summary>
    private static List<int> Parts(byte[] outline)
    {
        var parts = new List<int>();
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return parts;
        for (int at = 10, flags = MoreParts; (flags & MoreParts) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2)));
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2) + ((flags & OneScale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0);
        }
        return parts;
    }

    private static byte[] File(List<(string Name, byte[] Content)> tables)
    {
        var power = (int)Math.Log2(tables.Count);
        var file = new byte[12 + 16 * tables.Count + tables.Sum(t => Padded(t.Content.Length))];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        U16(4, tables.Count);
        U16(6, 16 << power);
        U16(8, power);
        U16(10, 16 * tables.Count - (16 << power));
        var at = 12 + 16 * tables.Count;
        for (var i = 0; i < tables.Count; i++)
        {
            var (entry, content) = (12 + 16 * i, tables[i].Content);
            Encoding.ASCII.GetBytes(tables[i].Name).CopyTo(file, entry);
            content.CopyTo(file, at);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Sum(file.AsSpan(at, Padded(content.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 8), (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 12), (uint)content.Length);
            at += Padded(content.Length);
        }
        return file;

        void U16(int place, int value) => BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(place), (ushort)value);
    }

    private static int Padded(int length) => (length + 3) / 4 * 4;

    private static uint Sum(ReadOnlySpan<byte> table)
    {
        var sum = 0u;
        for (var i = 0; i < table.Length; i += 4) sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(table[i..]));
        return sum;
    }
}
