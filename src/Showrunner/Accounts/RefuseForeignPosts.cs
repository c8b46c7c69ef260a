using Microsoft.Extensions.Primitives;
using Showrunner.Platform;

namespace Showrunner.Accounts;

internal static class RefuseForeignPosts
{
    /// <summary>Browsers say where a request comes from: one that changes something must come from this site, form or script alike.</summary>
    public static IApplicationBuilder UseOwnPostsOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Changes(context.Request.Method) && SessionCookie.Read(context.Request) is not null && IsForeign(context.Request)) throw new Refused("cross_site");
        return next(context);
    });

    private static bool Changes(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (!StringValues.IsNullOrEmpty(site)) return site != "same-origin" && site != "none";
        var origin = request.Headers.Origin;
        return !StringValues.IsNullOrEmpty(origin) && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
    }
}
