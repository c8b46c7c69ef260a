using Microsoft.AspNetCore.Antiforgery;
using Showrunner.Platform;

namespace Showrunner.Accounts;

internal static class RefuseStaleForms
{
    /// <summary>A form without a token of this browser and person is answered with a sentence. Stands behind UseAntiforgery.</summary>
    public static IApplicationBuilder UseFreshFormsOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } invalid) return next(context);
        // The error page that follows must not read the form again.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        context.Request.Method = HttpMethods.Get;
        context.Request.ContentType = null;
        throw Why(invalid.Error);
    });

    /// <summary>A form that could not be read to its end has no token either: then that is what went wrong.</summary>
    private static Exception Why(Exception? error) => error?.InnerException switch
    {
        { } unread when RefusedHandler.RefusalIn(unread) is { } refusal => refusal,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException => new Refused("form_too_large"),
        _ => new Refused("form_expired"),
    };
}
