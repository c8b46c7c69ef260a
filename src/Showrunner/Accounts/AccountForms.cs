using Showrunner.Data;
using Showrunner.Web;

namespace Showrunner.Accounts;

/// <summary>The forms at the door, for people who are not signed in yet.</summary>
internal static class AccountForms
{
    public static void Map(WebApplication app)
    {
        // A form posts to the address of its page; the order puts these before the page itself, which answers GET.
        app.MapPost("/signin", SignInForm).AllowAnonymous().WithOrder(-1);
        app.MapPost("/welcome/{token}", WelcomeForm).AllowAnonymous().WithOrder(-1);
        app.MapPost("/invite/{token}", (string token, IFormCollection form, HttpContext context, [AsParameters] Door door) => PasswordForm(OneTimeLink.Invite, token, form, context, door)).AllowAnonymous().WithOrder(-1);
        app.MapPost("/reset/{token}", (string token, IFormCollection form, HttpContext context, [AsParameters] Door door) => PasswordForm(OneTimeLink.Reset, token, form, context, door)).AllowAnonymous().WithOrder(-1);
        app.MapPost("/sign-out", async (IFormCollection _, HttpContext context, AppDb db, CurrentActor current, CancellationToken cancel) =>
        {
            await SignOut.Handle(db, current, cancel);
            SessionCookie.Forget(context);
            return Results.Redirect("/signin");
        }).AllowAnonymous();
    }

    internal sealed record Door(AppDb Db, Passwords Passwords, Visitors Visitors, TryLimits Limits, CurrentActor Current, TimeProvider Clock, CancellationToken Cancel);

    private static Task<IResult> SignInForm(IFormCollection form, HttpContext context, [AsParameters] Door door) => TypedForm.Answer(context, form, async () =>
    {
        var request = new SignIn.Request(form["email"].ToString(), form["password"].ToString());
        door.Limits.Take(context, Person.KeyOf(request.Email));
        var signedIn = await SignIn.Handle(request, door.Db, door.Passwords, door.Visitors, door.Clock, door.Cancel);
        return await Enter(context, door, signedIn, form["return"]);
    });

    private static Task<IResult> WelcomeForm(string token, IFormCollection form, HttpContext context, [AsParameters] Door door) => TypedForm.Answer(context, form, async () =>
    {
        door.Limits.Take(context, "link");
        var request = new RedeemSetup.Request(token, form["name"].ToString(), form["email"].ToString(), form["password"].ToString(), form["language"].ToString());
        return await Enter(context, door, await RedeemSetup.Handle(request, door.Db, door.Passwords, door.Visitors, door.Clock, door.Cancel), "/overview"); // the first look is at the figures; later days begin with what is to be done
    });

    private static Task<IResult> PasswordForm(string purpose, string token, IFormCollection form, HttpContext context, Door door) => TypedForm.Answer(context, form, async () =>
    {
        door.Limits.Take(context, "link");
        var request = new ChoosePassword.Request(purpose, token, form["password"].ToString(), form["language"]);
        return await Enter(context, door, await ChoosePassword.Handle(request, door.Db, door.Passwords, door.Visitors, door.Clock, door.Cancel), "/");
    });

    /// <summary>Every sign-in gets a session of its own; the one this browser had before ends.</summary>
    private static async Task<string?> Enter(HttpContext context, Door door, SignIn.Response signedIn, string? next)
    {
        await SignOut.Handle(door.Db, door.Current, door.Cancel);
        SessionCookie.Write(context, signedIn.Token);
        return LocalPath.Or(next, "/");
    }
}
