using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Platform;

/// <summary>The one place where a refusal becomes an answer: problem details with the code under /api, a status for the error page elsewhere.</summary>
public sealed class RefusedHandler(Texts texts) : IExceptionHandler
{
    private const string RetryAfterSeconds = "2";

    /// <summary>409 where the state of things is in the way, 422 where the wish itself is.</summary>
    public static int StatusOf(string code) => code switch
    {
        "form_expired" => StatusCodes.Status400BadRequest,
        "sign_in_first" => StatusCodes.Status401Unauthorized,
        "not_allowed" or "cross_site" => StatusCodes.Status403Forbidden,
        "not_found" => StatusCodes.Status404NotFound,
        "not_stored" => StatusCodes.Status503ServiceUnavailable,
        "disk_full" => StatusCodes.Status507InsufficientStorage,
        "too_many_tries" or "too_busy" => StatusCodes.Status429TooManyRequests,
        "changed_meanwhile" or "link_used" or "last_admin" => StatusCodes.Status409Conflict,
        _ when code.EndsWith("_too_large", StringComparison.Ordinal) => StatusCodes.Status413PayloadTooLarge,
        _ when code.Contains("already", StringComparison.Ordinal) || code.EndsWith("_taken", StringComparison.Ordinal) => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>For pages and API alike; what is no refusal is a bug.</summary>
    public static int StatusOf(Exception exception) => RefusalIn(exception) is { } refused ? StatusOf(refused.Code) : StatusCodes.Status500InternalServerError;

    /// <summary>What to tell people of a failure that is nobody's mistake in the program; null for one that is.</summary>
    public static Refused? RefusalIn(Exception exception) => exception switch
    {
        Refused refused => refused,
        DbUpdateConcurrencyException => new Refused("changed_meanwhile"),
        DuckDb.DuckDbException { IsOutOfMemory: true } => new Refused("columns_memory"),
        _ when DatabaseAway.Is(exception) => new Refused("not_stored"),
        _ when DiskFull.Is(exception) => new Refused("disk_full"),
        _ => null,
    };

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // Elsewhere the error page follows, with the status that StatusOf says.
        if (RefusalIn(exception) is not { } refused || !httpContext.Request.Path.StartsWithSegments("/api")) return false;
        await Answer(httpContext, texts, refused);
        return true;
    }

    public static Task Answer(HttpContext context, Texts texts, Refused refused)
    {
        var status = StatusOf(refused.Code);
        // A program that only came at the wrong moment is told when the right one is.
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Results.Problem(
        detail: texts.Say(context.Features.Get<Actor>()?.Language ?? "en", "refused." + refused.Code, refused.Arguments),
        statusCode: status,
        extensions: new Dictionary<string, object?> { ["code"] = refused.Code }).ExecuteAsync(context);
    }
}
