namespace Showrunner.Web;

public static class ReadViewer
{
    /// <summary>Reads the address into the viewer. Stands after the middleware that says who this is, before pages.</summary>
    public static IApplicationBuilder UseViewer(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/assets") || context.Request.Path.StartsWithSegments("/lib"))
        {
            await next(context);
            return;
        }
        var viewer = context.RequestServices.GetRequiredService<Viewer>();
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        viewer.Read(context.Request, clock.GetUtcNow());
        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/api"))
        {
            if (Settled(context, viewer)) return;
            viewer.Leave(Notice.Take(context));
            Remember(context, viewer);
        }
        await next(context);
    });

    /// <summary>?lang= and ?theme= are wishes, not places: kept, and taken out of the address.</summary>
    private static bool Settled(HttpContext context, Viewer viewer)
    {
        var (language, theme) = (viewer.Asked("lang"), viewer.Asked("theme"));
        if (language is null && theme is null) return false;
        if (language is not null) Keep(context, "sr_lang", viewer.Language);
        if (theme is not null && Viewer.Themes.Contains(theme)) Keep(context, "sr_theme", theme);
        context.Response.Redirect(LocalPath.Or(viewer.Here(("lang", null), ("theme", null)), "/"));
        return true;
    }

    private static void Remember(HttpContext context, Viewer viewer)
    {
        if (!viewer.SignedIn) return;
        string[] asked = ["market", "from", "preset", "compare"];
        if (!asked.Any(name => viewer.Asked(name) is not null)) return;
        foreach (var (name, value) in viewer.Kept())
            if (context.Request.Cookies[name] != value) Keep(context, name, value);
    }

    private static void Keep(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value,
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), Path = "/", IsEssential = true, Secure = context.Request.IsHttps });
}
