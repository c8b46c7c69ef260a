using Microsoft.AspNetCore.Http.HttpResults;
using Showrunner.Platform;
using Showrunner.Web.Components;
using Showrunner.Web.Gallery;

namespace Showrunner.Web;

/// <summary>
/// The face. Order in Program: UseSecurityHeaders, UseFriendlyPages, (who is it), UseViewer, UseAntiforgery, MapWeb.
/// </summary>
public static class WebRoom
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(options => options.Cookie.Name = "sr_form");
        services.AddSingleton(_ => new Texts());
        services.AddSingleton(_ => new Assets());
        services.AddScoped<Viewer>();
        services.AddScoped<Say>();
        services.AddScoped<Menu>();
        services.AddScoped(provider =>
        {
            var viewer = provider.GetRequiredService<Viewer>();
            return new Formats(provider.GetRequiredService<Texts>(), viewer.Language, viewer.Market, viewer.TimeZone);
        });
        return services;
    }

    public static WebApplication MapWeb(this WebApplication app)
    {
        app.MapGet("/assets/{**file}", ServeAsset.Handle).AllowAnonymous();
        app.MapGet("/lib/{**file}", ServeAsset.Handle).AllowAnonymous();
        app.MapGet("/define/{code}", (string code) => new RazorComponentResult<DefinitionPanel>(new { Code = code, Bare = true }));
        var pages = app.MapRazorComponents<App>();
        if (!app.Environment.IsDevelopment()) pages.Add(HideGallery);
        return app;
    }

    private static void HideGallery(EndpointBuilder page)
    {
        if (page.Metadata.OfType<GalleryOnlyAttribute>().Any())
            page.RequestDelegate = context => { context.Response.StatusCode = StatusCodes.Status404NotFound; return Task.CompletedTask; };
    }

    /// <summary>Errors and missing pages answer as pages, except under /api. Routing starts after it, so that it can start again.</summary>
    public static WebApplication UseFriendlyPages(this WebApplication app)
    {
        app.UseWhen(
            context => !Plain.Any(start => context.Request.Path.StartsWithSegments(start)),
            pages => pages.UseExceptionHandler(ErrorPages).UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseRouting();
        return app;
    }

    /// <summary>A page that broke in the middle has used up its scope; a refusal is no fault to log.</summary>
    private static ExceptionHandlerOptions ErrorPages => new()
    {
        ExceptionHandlingPath = "/error",
        StatusCodeSelector = RefusedHandler.StatusOf,
        CreateScopeForErrors = true,
        AllowStatusCode404Response = true,
        SuppressDiagnosticsCallback = failed => RefusedHandler.RefusalIn(failed.Exception) is not null,
    };

    private static readonly string[] Plain = ["/api", "/assets", "/lib", "/define"];
}
