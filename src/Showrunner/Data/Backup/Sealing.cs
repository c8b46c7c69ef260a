using System.Buffers;
using System.Security.Cryptography;

namespace Showrunner.Data.Backup;

/// <summary>Copies bytes and says what they were.</summary>
internal static class Sealing
{
    public static async Task<(long Bytes, string Sha256)> Copy(Stream from, Stream to, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            var total = 0L;
            while (await from.ReadAsync(buffer, cancel) is > 0 and var count)
            {
                hash.AppendData(buffer, 0, count);
                await to.WriteAsync(buffer.AsMemory(0, count), cancel);
                total += count;
            }
            return (total, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally { ArrayPool<byte>.Shared.Return(buffer); }
    }
}
