using Microsoft.AspNetCore.Antiforgery;
using Showrunner.Platform;

namespace Showrunner.Accounts;

internal static class RefuseStaleForms
{
    /// <summary>A form without a token of this browser and person is answered with a sentence. Stands behind UseAntiforgery.</summary>
    public static IApplicationBuilder UseFreshFormsOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(context);
        // The error page that follows must not read the form again.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        context.Request.Method = HttpMethods.Get;
        context.Request.ContentType = null;
        throw new Refused("form_expired");
    });
}
