namespace Showrunner.Accounts;

/// <summary>The browser's half of a session: no script reads it, no other site's form sends it.</summary>
internal static class SessionCookie
{
    public const string Name = "sr_session";

    public static string? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 20 and < 100 } token ? token : null;

    public static void Write(HttpContext context, string token) => context.Response.Cookies.Append(Name, token, Options(context, Session.Longest));

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, null));

    private static CookieOptions Options(HttpContext context, TimeSpan? age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = age,
        IsEssential = true,
    };
}
