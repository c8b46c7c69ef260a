using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>Marks an address behind which no page and no market of the viewer's is shown: it need not be found out which he sees.</summary>
internal sealed record WithoutFrame;

/// <summary>Sign-in as ASP.NET Core sees it: our session cookie, or a bearer key under /api.</summary>
internal sealed class SignInScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder,
    Visitors visitors, CurrentActor current, SeenLog seen, WelcomeViewer welcome, Texts texts) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "showrunner";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var found = await Find();
        if (found?.Actor is not { } actor) return AuthenticateResult.NoResult();
        current.Enter(actor, found.Person!, found.Session, found.Key);
        Context.Features.Set(actor);
        seen.Note(found);
        if (Context.GetEndpoint()?.Metadata.GetMetadata<WithoutFrame>() is null) await welcome.Handle(found.Person!, actor, Context.RequestAborted);
        // The name identifier ties antiforgery tokens to the person.
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Claim(found)), new(ClaimTypes.Name, actor.Name)], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    private static string Claim(CurrentActor found) => (found.Key is null ? "person " : "key of ") + found.Person!.Id;

    private async Task<CurrentActor?> Find()
    {
        var path = Request.Path;
        if (path.StartsWithSegments("/assets") || path.StartsWithSegments("/lib") || path.StartsWithSegments("/health")) return null;
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return path.StartsWithSegments("/api") ? await visitors.ByKey(header[7..].Trim(), Context.RequestAborted) : null;
        return SessionCookie.Read(Request) is { } token ? await visitors.BySession(token, Context.RequestAborted) : null;
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Request.Path.StartsWithSegments("/api"))
        {
            await RefusedHandler.Answer(Context, texts, new Refused("sign_in_first"));
            return;
        }
        var wanted = HttpMethods.IsGet(Request.Method) && Request.Path != "/" ? "?return=" + Uri.EscapeDataString(Request.Path + Request.QueryString) : "";
        Response.Redirect("/signin" + wanted);
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (Request.Path.StartsWithSegments("/api")) await RefusedHandler.Answer(Context, texts, new Refused("not_allowed"));
        else Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
