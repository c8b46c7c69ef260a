using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sources.Files;
using Showrunner.Lives.Sources.Polling;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Lives.Sources;

/// <summary>The addresses of figures that come from elsewhere than the interface for events.</summary>
internal static class SourcesDoor
{
    public static void Map(WebApplication app, RouteGroupBuilder api)
    {
        api.MapPost("/{id:long}/files", (long id, IFormFile file, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) => Receive(new(id, null), file, db, actor, clock, cancel)).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(ReceiveLiveFile.Largest));
        api.MapPost("/files", (string? market, IFormFile file, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) => Receive(new(null, market), file, db, actor, clock, cancel)).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(ReceiveLiveFile.Largest));
        api.MapGet("/files/{id:long}", (long id, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) => ShowLiveFile.Handle(id, new(), db, actor, clock, cancel));
        api.MapPost("/files/{id:long}/taking", TakeLiveFile.Handle);
        app.MapPost("/live/file", (IFormCollection form, HttpContext context, AppDb db, Actor actor, Viewer viewer, TimeProvider clock, CancellationToken cancel) => Receive(null, form, context, db, actor, viewer, clock, cancel)).WithOrder(-1).WithMetadata(new RequestSizeLimitAttribute(ReceiveLiveFile.Largest));
        app.MapPost("/live/{id:long}/file", (long id, IFormCollection form, HttpContext context, AppDb db, Actor actor, Viewer viewer, TimeProvider clock, CancellationToken cancel) => Receive(id, form, context, db, actor, viewer, clock, cancel)).WithOrder(-1).WithMetadata(new RequestSizeLimitAttribute(ReceiveLiveFile.Largest));
        app.MapPost("/live/file/{id:long}", Take).WithOrder(-1);
        PollDoor.Map(app, api);
    }

    private static async Task<ShowLiveFile.Response> Receive(ReceiveLiveFile.Request request, IFormFile file, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        await using var content = file.OpenReadStream();
        return await ReceiveLiveFile.Handle(request, content, file.FileName, db, actor, clock, cancel);
    }

    private static Task<IResult> Receive(long? session, IFormCollection form, HttpContext context, AppDb db, Actor actor, Viewer viewer, TimeProvider clock, CancellationToken cancel) => TypedForm.Answer(context, form, async () =>
    {
        var file = form.Files.FirstOrDefault(f => f.FileName.Length > 0) ?? throw new Refused("file_missing");
        var found = await Receive(new(session, form["market"]), file, db, actor, clock, cancel);
        return viewer.Link(FormattableString.Invariant($"/live/file/{found.Id}"));
    });

    private static Task<IResult> Take(long id, IFormCollection form, HttpContext context, EventQueue queue, AppDb db, Actor actor, Viewer viewer, TimeProvider clock, CancellationToken cancel) => TypedForm.Answer(context, form, async () =>
    {
        var how = form.Where(field => field.Key.StartsWith("how.", StringComparison.Ordinal) && field.Value.ToString().Length > 0).ToDictionary(field => field.Key[4..], field => field.Value.ToString());
        if (form["do"] == "look") return viewer.Link(FormattableString.Invariant($"/live/file/{id}"), [.. how.Select(pair => ("how." + pair.Key, (string?)pair.Value))]);
        var taken = await TakeLiveFile.Handle(id, new(how), queue, db, actor, clock, cancel);
        new Notice(taken.Minutes > 0 ? "live.file.taken.minutes" : "live.file.taken.shows", Arguments: [.. new[] { taken.Minutes, taken.Made, taken.Completed, taken.Unchanged, taken.Rejected }.Select(count => count.ToString(CultureInfo.InvariantCulture))]).Leave(context);
        return viewer.Link(taken.Minutes > 0 ? FormattableString.Invariant($"/live/{taken.Sessions[0]}") : FormattableString.Invariant($"/live/file/{id}"));
    });
}
