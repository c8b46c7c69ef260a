using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Showrunner.Platform;

namespace Showrunner.Lives.Alerts.Telling;

/// <summary>Where a program is called and the key that signs. Chats put their password into the address: it is kept encrypted and never shown.</summary>
public sealed record ProgramAddress(Uri Address, string Key)
{
    private const string Purpose = "Showrunner.Lives.Alerts";
    private const int Longest = 2000, ShortestKey = 16;

    /// <summary>https, or http on this machine.</summary>
    public static ProgramAddress Read(string? address, string? key)
    {
        var isAddress = Uri.TryCreate((address ?? "").Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback) && uri.UserInfo.Length == 0 && address!.Length <= Longest;
        if (!isAddress) throw new Refused("live_route_address");
        var told = (key ?? "").Trim();
        if (told.Length > Longest || told.Length is > 0 and < ShortestKey) throw new Refused("live_route_key", ShortestKey);
        return new(uri!, told);
    }

    public string Protect(IDataProtectionProvider keys) => keys.CreateProtector(Purpose).Protect(JsonSerializer.Serialize(this));

    /// <summary>Null where the keys it was encrypted with are not here.</summary>
    public static ProgramAddress? Of(string text, IDataProtectionProvider keys)
    {
        try { return JsonSerializer.Deserialize<ProgramAddress>(keys.CreateProtector(Purpose).Unprotect(text)); }
        catch (CryptographicException) { return null; }
    }
}
