using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Showrunner.Lives.Sources.Polling;

/// <summary>What the marketplace knows the asker by. It is kept encrypted under the desk's keys and never shown.</summary>
/// <param name="AppKey">Requests are signed where it is given.</param>
/// <param name="ShopCipher">Names the shop; for the list of shows that are over.</param>
public sealed record PollSecret(string Token, string AppKey, string AppSecret, string ShopCipher)
{
    private const string Purpose = "Showrunner.Lives.Polling";

    public string Protect(IDataProtectionProvider keys) => keys.CreateProtector(Purpose).Protect(JsonSerializer.Serialize(this));

    /// <summary>Null where the keys it was encrypted with are not here.</summary>
    public static PollSecret? Of(string text, IDataProtectionProvider keys)
    {
        try { return JsonSerializer.Deserialize<PollSecret>(keys.CreateProtector(Purpose).Unprotect(text)); }
        catch (CryptographicException) { return null; }
    }
}
