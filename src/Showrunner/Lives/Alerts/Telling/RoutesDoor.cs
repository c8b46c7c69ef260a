using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Platform.Mail;
using Showrunner.Web;

namespace Showrunner.Lives.Alerts.Telling;

/// <summary>Telling people and programs of alerts: what it needs and its addresses.</summary>
internal static class RoutesDoor
{
    public static void AddTelling(this IServiceCollection services)
    {
        services.AddPermission(LivesRoom.Call, "permission.lives.call");
        services.AddSingleton(_ => new ProgramCaller(ProgramCaller.Client()));
        services.AddScoped<WriteNotice>().AddOutgoing<SendNotices>().AddOutgoing<CallPrograms>();
    }

    public static void Map(WebApplication app, RouteGroupBuilder api)
    {
        api.MapGet("/alerts/routes", ListRoutes.Handle);
        api.MapPost("/alerts/routes", async (AddRoute.Request request, IEnumerable<AlertRule> rules, IDataProtectionProvider keys, AppDb db, Actor actor, CancellationToken cancel) =>
            Results.Ok(new { id = await AddRoute.Handle(request, rules, keys, db, actor, cancel) }));
        api.MapDelete("/alerts/routes/{id:long}", async (long id, AppDb db, Actor actor, CancellationToken cancel) =>
        {
            await RemoveRoute.Handle(id, db, actor, cancel);
            return Results.NoContent();
        });
        app.MapPost("/live/alerts/routes", (IFormCollection form, HttpContext context, IEnumerable<AlertRule> rules, IDataProtectionProvider keys, AppDb db, Actor actor, Viewer viewer, CancellationToken cancel) => TypedForm.Answer(context, form, async () =>
        {
            if (form["do"] == "remove") await RemoveRoute.Handle(Whole(form["id"]) ?? 0, db, actor, cancel);
            else await AddRoute.Handle(new(form["market"], form["rule"], form["do"] == "mail" ? Whole(form["person"]) ?? 0 : null, form["address"], form["key"], (int)(Whole(form["after"]) ?? -1)), rules, keys, db, actor, cancel);
            new Notice(form["do"] == "remove" ? "live.route.removed" : "live.route.added").Leave(context);
            return viewer.Link("/live/alerts/routes");
        })).WithOrder(-1);
    }

    private static long? Whole(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
