using System.Buffers.Binary;
using System.IO.Compression;

namespace Showrunner.Imports.Reading;

/// <summary>Whether a gzip file is all there: the runtime's reader ends a cut file quietly.</summary>
internal static class GzipEnd
{
    private const int Tail = 16 << 20, Trailer = 4;
    private static ReadOnlySpan<byte> Start => [0x1F, 0x8B, 0x08];

    /// <param name="path">The packed file.</param>
    /// <param name="unpacked">How many bytes came out of it.</param>
    public static bool IsWhole(string path, long unpacked)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var tail = new byte[Math.Min(Tail, file.Length)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        if (tail.Length < Trailer) return false;
        var said = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(tail.Length - Trailer));
        return said == (uint)unpacked || EndsWithMember(tail, said);
    }

    // Files may be several gzips in a row; the last one's length is the one that counts.
    private static bool EndsWithMember(byte[] tail, uint said)
    {
        for (var at = tail.AsSpan().LastIndexOf(Start); at >= 0; at = tail.AsSpan(0, at).LastIndexOf(Start))
        {
            try
            {
                using var member = new GZipStream(new MemoryStream(tail, at, tail.Length - at), CompressionMode.Decompress);
                var buffer = new byte[1 << 16];
                var size = 0L;
                while (member.Read(buffer) is > 0 and var got) size += got;
                if (size > 0 && (uint)size == said) return true;
            }
            catch (InvalidDataException)
            {
                // these three bytes were data
            }
        }
        return false;
    }
}
