using System.Globalization;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Lives.Inviting;
using Showrunner.Platform;
using Showrunner.Platform.Mail;
using Showrunner.Web;

namespace Showrunner.Lives;

/// <summary>The forms of LIVE shows. Each calls the slice that the API calls.</summary>
internal static class LiveForms
{
    internal sealed record Needs(AppDb Db, Actor Actor, HostLetters Letters, Postman Postman, TimeProvider Clock, Viewer Viewer, CancellationToken Cancel);

    public static void Map(WebApplication app)
    {
        app.MapPost("/lives/new", Add).WithOrder(-1);
        app.MapPost("/lives/{id:long}", Change).WithOrder(-1);
    }

    private static Task<IResult> Add(IFormCollection form, HttpContext context, [AsParameters] Needs on) => TypedForm.Answer(context, form, async () =>
    {
        var made = await PlanShow.Handle(new(form["market"], Read(form), form["about"], form["name"]), on.Db, on.Actor, on.Clock, on.Cancel);
        new Notice("lives.added").Leave(context);
        return on.Viewer.Link($"/lives/{made.Id}");
    });

    private static Task<IResult> Change(long id, IFormCollection form, HttpContext context, [AsParameters] Needs on) => TypedForm.Answer(context, form, async () =>
    {
        switch (form["do"].ToString())
        {
            case "cancel":
                await CancelShow.Handle(id, on.Letters, on.Db, on.Actor, on.Clock, on.Cancel);
                new Notice("lives.cancelled").Leave(context);
                break;
            case "invite":
                await InviteHost.Handle(id, new(form["language"]), on.Letters, on.Postman, on.Db, on.Actor, on.Clock, on.Cancel);
                new Notice("lives.invited").Leave(context);
                break;
            default:
                await ChangeShow.Handle(id, new(Read(form), form["tell"] == "on", Whole(form["sequence"])), on.Letters, on.Db, on.Actor, on.Cancel);
                new Notice("notice.saved").Leave(context);
                break;
        }
        return on.Viewer.Link($"/lives/{id}");
    });

    private static ShowFields Read(IFormCollection form) => new(
        form["title"],
        DateOnly.TryParseExact(form["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        TimeOnly.TryParseExact(form["time"], ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        Whole(form["minutes"]), form["creator"], form["shop"], form["host"], form["email"], form["place"], form["note"]);

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
