using System.Globalization;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Accounts;

/// <summary>The forms under Settings. Each calls the slice that the API calls.</summary>
internal static class SettingsForms
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/settings/people", Invite).WithOrder(-1);
        app.MapPost("/settings/people/{id:long}", Change).WithOrder(-1);
        app.MapPost("/settings/keys", MakeKey).WithOrder(-1);
        app.MapPost("/settings/keys/{id:long}/revocation", Revoke).WithOrder(-1);
        app.MapPost("/settings/me", Me).WithOrder(-1);
    }

    private static Task<IResult> Invite(IFormCollection form, HttpContext context, TypedForm typed, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            var request = new InvitePerson.Request(form["name"].ToString(), form["email"].ToString(), form["role"].ToString(), Markets(form));
            typed.Show(Address(context, (await InvitePerson.Handle(request, db, actor, clock, cancel)).Link));
            return null;
        });

    private static Task<IResult> Change(long id, IFormCollection form, HttpContext context, TypedForm typed, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            switch (form["do"].ToString())
            {
                case "disable" or "enable":
                    await DisablePerson.Handle(id, form["do"] == "disable", db, actor, clock, cancel);
                    break;
                case "link":
                    typed.Show(Address(context, (await LinkForPerson.Handle(id, db, actor, clock, cancel)).Link));
                    return null;
                default:
                    await ChangePerson.Handle(id, new(form["role"].ToString(), Markets(form)), db, actor, cancel);
                    break;
            }
            new Notice("notice.saved").Leave(context);
            return string.Create(CultureInfo.InvariantCulture, $"/settings/people/{id}");
        });

    private static Task<IResult> MakeKey(IFormCollection form, HttpContext context, TypedForm typed, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            var days = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
            var request = new CreateKey.Request(form["name"].ToString(), [.. form["scopes"].OfType<string>()], Markets(form), days);
            typed.Show((await CreateKey.Handle(request, db, actor, clock, cancel)).Secret);
            return null;
        });

    private static async Task<IResult> Revoke(long id, IFormCollection _, HttpContext context, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        await RevokeKey.Handle(id, db, actor, clock, cancel);
        new Notice("notice.key_revoked").Leave(context);
        return Results.Redirect("/settings/keys");
    }

    private static Task<IResult> Me(IFormCollection form, HttpContext context, AppDb db, CurrentActor current, Passwords passwords, TryLimits limits, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            if (form["do"] == "language" && current.Person is { } me)
            {
                await ChangeMe.Handle(new(me.Name, form["language"].ToString(), me.TimeZone), db, current, cancel);
                return form["return"].ToString();
            }
            if (form["do"] == "password")
            {
                limits.Take(context, "password of " + current.Person?.Id);
                await ChangePassword.Handle(new(form["current"].ToString(), form["password"].ToString()), db, current, passwords, cancel);
            }
            else await ChangeMe.Handle(new(form["name"].ToString(), form["language"].ToString(), form["timeZone"].ToString()), db, current, cancel);
            new Notice("notice.saved").Leave(context);
            return "/settings/me";
        });

    private static List<string>? Markets(IFormCollection form) => form["scope"] == "some" ? [.. form["markets"].OfType<string>()] : null;

    private static string Address(HttpContext context, string path) => $"{context.Request.Scheme}://{context.Request.Host}{path}";
}
