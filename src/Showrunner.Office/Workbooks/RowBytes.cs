using System.Buffers;
using System.Globalization;
using System.Text;

namespace Showrunner.Office;

/// <summary>Gathers the bytes of rows and hands them on in large pieces; writing a number or a text makes no garbage.</summary>
internal sealed class RowBytes(Stream part)
{
    private const int Size = 128 * 1024;
    private const int LongestNumber = 64;

    // What text in XML must escape, and the line ends that it must even out.
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\r");

    private readonly byte[] bytes = ArrayPool<byte>.Shared.Rent(Size);
    private int used;

    public void Raw(ReadOnlySpan<byte> more)
    {
        if (more.Length > Size - used) Flush();
        more.CopyTo(bytes.AsSpan(used));
        used += more.Length;
    }

    public void Number<T>(T number)
        where T : IUtf8SpanFormattable
    {
        if (Size - used < LongestNumber) Flush();
        number.TryFormat(bytes.AsSpan(used), out var written, default, CultureInfo.InvariantCulture);
        used += written;
    }

    /// <param name="text">Free of characters that XML forbids.</param>
    public void Text(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            Plain(text[..at]);
            Raw(text[at] switch { '&' => "&amp;"u8, '<' => "&lt;"u8, '>' => "&gt;"u8, _ => "\n"u8 });
            var pair = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';
            text = text[(at + (pair ? 2 : 1))..];
        }
        Plain(text);
    }

    public void Flush()
    {
        part.Write(bytes, 0, used);
        used = 0;
    }

    /// <summary>Hands the last bytes on; nothing can be written after.</summary>
    public void End()
    {
        Flush();
        ArrayPool<byte>.Shared.Return(bytes);
    }

    // A cell holds at most 32,767 characters, which are at most 98,301 bytes.
    private void Plain(ReadOnlySpan<char> text)
    {
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > Size - used && Encoding.UTF8.GetByteCount(text) > Size - used) Flush();
        used += Encoding.UTF8.GetBytes(text, bytes.AsSpan(used));
    }
}
