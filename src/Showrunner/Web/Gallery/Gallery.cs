using Microsoft.AspNetCore.Mvc;
using Showrunner.Platform;

namespace Showrunner.Web.Gallery;

/// <summary>The bench on which every part is looked at: /gallery, in development only, with a guest and made-up figures.</summary>
public static class Gallery
{
    private const string Guest = "gallery.guest";

    public static IServiceCollection AddGallery(this IServiceCollection services) => services.AddMenu(
    [
        Entry("watch", "gallery.overview", ""), Entry("watch", "gallery.parts", "/parts"), Entry("watch", "gallery.forms", "/forms"),
        Entry("creators", "menu.creators", "/a"), Entry("creators", "gallery.parts", "/b"), Entry("sellers", "menu.sellers", "/c"), Entry("campaigns", "menu.campaigns", "/d"),
        Entry("plan", "menu.plan", "/e"), Entry("care", "menu.care", "/f"), Entry("reports", "menu.reports", "/g"),
        Entry("imports", "menu.imports", "/h"), Entry("settings", "menu.settings", "/i"),
    ]);

    /// <summary>Stands before UseViewer. Nobody is a guest outside /gallery.</summary>
    public static WebApplication UseGallery(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/gallery") && app.Environment.IsDevelopment())
                context.RequestServices.GetRequiredService<Viewer>().Welcome("Sari Wibowo", "sari@example.com", null, new HashSet<string> { Guest }, Markets);
            return next(context);
        });
        if (!app.Environment.IsDevelopment()) return app;
        app.MapPost("/gallery/notice", (HttpContext context, [FromForm] string? email) =>
        {
            new Notice("gallery.saved", Arguments: ["37"], UndoPath: "/gallery/notice").Leave(context);
            return Results.LocalRedirect("/gallery/forms");
        });
        app.MapGet("/gallery/job", () => new JobState("running", 64_000, 120_000, 18_900, 3));
        return app;
    }

    public static readonly IReadOnlyList<MarketOption> Markets =
    [
        new("VN", "Việt Nam", "VND", 0, 0, "Asia/Ho_Chi_Minh"),
        new("ID", "Indonesia", "IDR", 2, 0, "Asia/Jakarta"),
        new("DE", "Deutschland", "EUR", 2, 2, "Europe/Berlin"),
        new("US", "United States", "USD", 2, 2, "America/Los_Angeles"),
    ];

    private static MenuEntry Entry(string group, string key, string path) => new(group, key, "/gallery" + path, "chart", path.Length, Guest);

    public static Definition? Define(Texts texts, string code, string language) => code != "gmv" ? null : new(
        code, "GMV", texts.Say(language, "gallery.define.text"), "Σ price × quantity", texts.Say(language, "gallery.define.unit"), "US/813364865828654", [("net", "Net GMV")]);
}
