using System.Text;
using System.Text.Json;

namespace Showrunner.Web;

/// <summary>A sentence for the next page this person sees: said after a form was handled and the browser sent on.</summary>
/// <param name="Key">Text key.</param>
/// <param name="Kind">good, info or bad.</param>
/// <param name="Arguments">Fill the placeholders; already written for people.</param>
/// <param name="UndoPath">Where a form posts to take it back.</param>
public sealed record Notice(string Key, string Kind = "good", IReadOnlyList<string>? Arguments = null, string? UndoPath = null)
{
    private const string Cookie = "sr_notice";

    public void Leave(HttpContext context) =>
        context.Response.Cookies.Append(Cookie, Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this)),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(5), Path = "/", Secure = context.Request.IsHttps });

    /// <summary>Reads the notice and forgets it. A cookie that is not ours is no notice.</summary>
    internal static Notice? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 and < 4000 } text) return null;
        context.Response.Cookies.Delete(Cookie);
        try
        {
            var notice = JsonSerializer.Deserialize<Notice>(Encoding.UTF8.GetString(Convert.FromBase64String(text)));
            return notice is { Key: not null } && (notice.UndoPath is null || LocalPath.IsLocal(notice.UndoPath)) ? notice : null;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }
}
