using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Showrunner.Office;

/// <summary>The numbered objects a PDF file consists of (ISO 32000-1, 7.3 and 7.5).</summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]> objects = [];

    /// <summary>A number for what is written later.</summary>
    public int Next()
    {
        objects.Add([]);
        return objects.Count;
    }

    public int Add(string content)
    {
        var number = Next();
        Set(number, content);
        return number;
    }

    public void Set(int number, string content) => objects[number - 1] = Encoding.Latin1.GetBytes(content);

    public int Stream(byte[] content, string entries = "") => Packed(Deflate(content), entries);

    /// <summary>A stream that was deflated before.</summary>
    public int Packed(byte[] packed, string entries = "")
    {
        var number = Next();
        objects[number - 1] = [.. Bytes($"<</Length {packed.Length}/Filter/FlateDecode{entries}>>\nstream\n"), .. packed, .. Bytes($"\nendstream")];
        return number;
    }

    public static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var pack = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) pack.Write(content);
        return packed.ToArray();
    }

    public static string Ref(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    /// <summary>Text of any language, as a string object.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>The file's id follows from its content, so that the same document gives the same bytes.</summary>
    public void Save(Stream output, int root, int info)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var written = 0L;
        // Four bytes beyond ASCII say that the file is not text.
        Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var places = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(written);
            Write(Bytes($"{i + 1} 0 obj\n"));
            Write(objects[i]);
            Write("\nendobj\n"u8);
        }
        var (table, id) = (written, Convert.ToHexString(hash.GetHashAndReset())[..32]);
        Write(Bytes($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in places) Write(Bytes($"{place:D10} 00000 n \n"));
        Write(Bytes($"trailer\n<</Size {places.Count + 1}/Root {Ref(root)}/Info {Ref(info)}/ID[<{id}><{id}>]>>\nstartxref\n{table}\n%%EOF\n"));

        void Write(ReadOnlySpan<byte> bytes)
        {
            hash.AppendData(bytes);
            output.Write(bytes);
            written += bytes.Length;
        }
    }

    private static byte[] Bytes(FormattableString text) => Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture));
}
