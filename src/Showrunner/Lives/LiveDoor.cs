using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Lives.Alerts;
using Showrunner.Lives.Alerts.Telling;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Replaying;
using Showrunner.Lives.Sessions;
using Showrunner.Lives.Sources;
using Showrunner.Lives.Usual;
using Showrunner.Lives.Watching;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Lives;

/// <summary>The addresses of running shows.</summary>
internal static class LiveDoor
{
    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/live").RequireActor();
        api.MapGet("/", ([AsParameters] ShowWall.Request request, LiveBoard board, FollowShows follow, KeptUsual kept, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) => ShowWall.Handle(request, board, follow, kept, db, actor, clock, cancel));
        api.MapPost("/", OpenSession.Handle);
        api.MapGet("/{id:long}", ShowSession.Handle);
        api.MapGet("/{id:long}/replay", (long id, [AsParameters] ReplayShow.Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) => ReplayShow.Handle(id, request, db, actor, clock, cancel));
        api.MapPost("/{id:long}/reports", async (long id, TellShow.Request request, EventQueue queue, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        {
            await TellShow.Handle(id, request, queue, db, actor, clock, cancel);
            return Results.NoContent();
        });
        api.MapPost("/{session}/events", Receive).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(32L * ReceiveEvents.Largest), new WithoutFrame());
        api.MapGet("/alerts", ([AsParameters] ListAlerts.Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) => ListAlerts.Handle(request, db, actor, clock, cancel));
        api.MapPut("/alerts/{id:long}", async (long id, AnswerAlert.Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        {
            await AnswerAlert.Handle(id, request, db, actor, clock, cancel);
            return Results.NoContent();
        });
        app.MapPost("/live/alerts/{id:long}", (long id, IFormCollection form, HttpContext context, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) => TypedForm.Answer(context, form, async () =>
        {
            await AnswerAlert.Handle(id, new(form["do"]), db, actor, clock, cancel);
            return LocalPath.Or(form["back"], "/live");
        })).WithOrder(-1);
        app.MapGet("/live/stream", Stream);
        SourcesDoor.Map(app, api);
        RoutesDoor.Map(app, api);
        app.MapPost("/live/new", Open).WithOrder(-1);
        app.MapPost("/live/{id:long}", Tell).WithOrder(-1);
    }

    /// <summary>A batch that is too large is refused here and not by the connection, so that its sender hears of it.</summary>
    private static Task<ReceiveEvents.Response> Receive(string session, string? market, string? source, HttpRequest request, EventQueue queue, AppDb db, Actor actor, Texts texts, TimeProvider clock, CancellationToken cancel)
    {
        if (request.ContentLength > ReceiveEvents.Largest) throw new Refused("live_batch_too_large", ReceiveEvents.Largest / 1024 / 1024);
        var isPacked = request.Headers.ContentEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        return ReceiveEvents.Handle(new(session, market, source), request.Body, isPacked, queue, db, actor, texts, clock, cancel);
    }

    private static IResult Stream(string? only, string? sort, string? q, WallFeeds feeds, LiveBoard board, FollowShows follow, KeptUsual kept, IDbContextFactory<AppDb> databases, Actor actor, Viewer viewer, Formats formats, Say say, TimeProvider clock, IHostApplicationLifetime life, HttpContext context)
    {
        var request = ShowWall.Checked(new(only, sort, q), actor);
        var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        context.Response.RegisterForDispose(end);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return Results.Stream(body => StreamWall.Handle(request, body, feeds, board, follow, kept, databases, actor, viewer, formats, say, clock, end.Token), "text/event-stream");
    }

    private static Task<IResult> Open(IFormCollection form, HttpContext context, AppDb db, Actor actor, Viewer viewer, TimeProvider clock, CancellationToken cancel) => TypedForm.Answer(context, form, async () =>
    {
        actor.Needs(LivesRoom.Plan);
        var made = await OpenSession.Handle(new(form["market"], form["number"], form["title"], form["creator"], form["shop"], null, Amount(form["target"]), Whole(form["plan"]), (int?)Whole(form["minutes"])), db, actor, clock, cancel);
        return viewer.Link($"/live/{made.Id}");
    });

    private static Task<IResult> Tell(long id, IFormCollection form, HttpContext context, EventQueue queue, AppDb db, Actor actor, Viewer viewer, TimeProvider clock, CancellationToken cancel) => TypedForm.Answer(context, form, async () =>
    {
        await TellShow.Handle(id, new(form["do"], form["text"], Whole(form["viewers"]), Whole(form["views"]), Amount(form["gmv"]), Whole(form["orders"]), Whole(form["items"]), Whole(form["clicks"])), queue, db, actor, clock, cancel);
        new Notice("live.told." + form["do"]).Leave(context);
        return viewer.Link($"/live/{id}");
    });

    private static long? Whole(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : long.TryParse(text.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : throw new Refused("live_figures_wrong");

    private static decimal? Amount(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : decimal.TryParse(text.Trim(), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var amount) ? amount : throw new Refused("live_figures_wrong");
}
