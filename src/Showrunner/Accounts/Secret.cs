using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Showrunner.Accounts;

/// <summary>Random words that open something. Only their hash is stored: 256 random bits need no slow hash.</summary>
internal static class Secret
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
