using System.Globalization;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Reports.Sending;

/// <summary>The doors of what is sent by itself: API, and the forms that call the same slices.</summary>
internal static class SendingPages
{
    internal sealed record Needs(IEnumerable<Report> Reports, AppDb Db, Actor Actor, MakeIssue Make, TimeProvider Clock, CancellationToken Cancel);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/reports").RequireActor();
        api.MapGet("/schedules", (string? market, AppDb db, Actor actor, CancellationToken cancel) => ListSchedules.Handle(market, db, actor, cancel));
        api.MapPost("/schedules", (SaveSchedule.Request request, [AsParameters] Needs on) => SaveSchedule.Handle(null, request, on.Reports, on.Db, on.Actor, on.Clock, on.Cancel));
        api.MapPut("/schedules/{id:long}", (long id, SaveSchedule.Request request, [AsParameters] Needs on) => SaveSchedule.Handle(id, request, on.Reports, on.Db, on.Actor, on.Clock, on.Cancel));
        api.MapDelete("/schedules/{id:long}", (long id, AppDb db, Actor actor, CancellationToken cancel) => DeleteSchedule.Handle(id, db, actor, cancel));
        api.MapPut("/schedules/{id:long}/pause", (long id, [AsParameters] Needs on) => PauseSchedule.Handle(id, true, on.Db, on.Actor, on.Clock, on.Cancel));
        api.MapDelete("/schedules/{id:long}/pause", (long id, [AsParameters] Needs on) => PauseSchedule.Handle(id, false, on.Db, on.Actor, on.Clock, on.Cancel));
        api.MapPost("/schedules/{id:long}/issues", (long id, [AsParameters] Needs on) => on.Make.Now(id, on.Actor, on.Cancel));
        api.MapGet("/issues", (string? market, long? schedule, int? page, AppDb db, Actor actor, CancellationToken cancel) => ListIssues.Handle(market, schedule, page, db, actor, cancel));
        api.MapGet("/issues/{id:long}", (long id, AppDb db, Actor actor, CancellationToken cancel) => ShowIssue.Handle(id, db, actor, cancel));
        api.MapGet("/issues/{id:long}/comparison", (long id, long? with, AppDb db, Actor actor, CancellationToken cancel) => CompareIssues.Handle(id, with, db, actor, cancel));
        api.MapGet("/issues/{id:long}/files/{format}", (long id, string format, AppDb db, Actor actor, CancellationToken cancel) => DownloadIssue.Handle(id, format, db, actor, cancel));
        api.MapPut("/issues/{id:long}/decision", (long id, DecideIssue.Request request, [AsParameters] Needs on) => DecideIssue.Handle(id, request, on.Db, on.Actor, on.Clock, on.Cancel));
        api.MapPost("/issues/{id:long}/letters/{letter:long}/retries", (long id, long letter, [AsParameters] Needs on) => RetryLetter.Handle(id, letter, on.Db, on.Actor, on.Clock, on.Cancel));
        api.MapGet("/issues/{id:long}/draft.eml", DraftIssue.Handle);
        routes.MapGet("/reports/issues/{id:long}/draft.eml", DraftIssue.Handle);
        routes.MapGet("/reports/issues/{id:long}/files/{format}", (long id, string format, AppDb db, Actor actor, CancellationToken cancel) => DownloadIssue.Handle(id, format, db, actor, cancel));
        routes.MapPost("/reports/schedules/new", (IFormCollection form, HttpContext context, Viewer viewer, [AsParameters] Needs on) => Save(null, form, context, viewer, on)).WithOrder(-1);
        routes.MapPost("/reports/schedules/{id:long}", (long id, IFormCollection form, HttpContext context, Viewer viewer, [AsParameters] Needs on) => Save(id, form, context, viewer, on)).WithOrder(-1);
        routes.MapPost("/reports/issues/{id:long}", Decide).WithOrder(-1);
    }

    private static Task<IResult> Save(long? id, IFormCollection form, HttpContext context, Viewer viewer, Needs on) => TypedForm.Answer(context, form, async () =>
    {
        switch (form["do"].ToString())
        {
            case "delete":
                await DeleteSchedule.Handle(id ?? 0, on.Db, on.Actor, on.Cancel);
                new Notice("sending.deleted").Leave(context);
                return viewer.Link("/reports/schedules");
            case "pause" or "resume":
                await PauseSchedule.Handle(id ?? 0, form["do"] == "pause", on.Db, on.Actor, on.Clock, on.Cancel);
                break;
            case "now":
                var made = await on.Make.Now(id ?? 0, on.Actor, on.Cancel);
                new Notice("sending.made").Leave(context);
                return viewer.Link("/reports/issues/" + made.Id);
            default:
                await SaveSchedule.Handle(id, Read(form), on.Reports, on.Db, on.Actor, on.Clock, on.Cancel);
                break;
        }
        new Notice("notice.saved").Leave(context);
        return viewer.Link("/reports/schedules");
    });

    private static SaveSchedule.Request Read(IFormCollection form)
    {
        var every = form["every"].ToString();
        return new SaveSchedule.Request(
            form["market"], form["name"], form["report"].ToString(), form["subject"], form["span"].ToString(), form["compare"].ToString(), form["language"].ToString(), [.. form["formats"].OfType<string>()],
            every, every switch { "week" => Whole(form["weekday"]), "month" => Whole(form["monthday"]), _ => 0 },
            TimeOnly.TryParseExact(form["time"], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : throw new Refused("schedule_time"),
            form["skip"] == "on", form["approval"] == "on",
            [.. form["people"].Select(p => (long)Whole(p))], [.. form["roles"].OfType<string>()], form["addresses"].ToString().Split(['\n', ',', ';', ' ', '\r'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static Task<IResult> Decide(long id, IFormCollection form, HttpContext context, Viewer viewer, [AsParameters] Needs on) => TypedForm.Answer(context, form, async () =>
    {
        if (form["do"] == "retry") await RetryLetter.Handle(id, Whole(form["letter"]), on.Db, on.Actor, on.Clock, on.Cancel);
        else await DecideIssue.Handle(id, new(form["do"] == "release"), on.Db, on.Actor, on.Clock, on.Cancel);
        new Notice("notice.saved").Leave(context);
        return viewer.Link("/reports/issues/" + id);
    });

    private static int Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
