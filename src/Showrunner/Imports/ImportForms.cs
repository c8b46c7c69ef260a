using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Ledger.Loading;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;
using Showrunner.Web;

namespace Showrunner.Imports;

/// <summary>The forms under Imports. Each calls the slice that the API calls.</summary>
internal static class ImportForms
{
    /// <summary>The largest upload; a long one is kept on disk while it arrives, never in memory.</summary>
    public const long Largest = 4L << 30;

    public static void Map(WebApplication app)
    {
        app.MapPost("/imports", Receive).WithOrder(-1).WithMetadata(new RequestSizeLimitAttribute(Largest));
        app.MapPost("/imports/{id:long}", Change).WithOrder(-1);
        app.MapPost("/imports/{id:long}/load", Load).WithOrder(-1);
        app.MapPost("/imports/{id:long}/cancellation", Cancel);
        app.MapPost("/imports/{id:long}/undoing", Undo).WithOrder(-1);
        app.MapGet("/imports/{id:long}/progress", ShowProgress.Handle);
        app.MapGet("/imports/{id:long}/rejected.csv", DownloadRejected.Handle);
        app.MapPost("/imports/mappings", Mapping).WithOrder(-1);
    }

    private static Task<IResult> Receive(IFormCollection form, HttpContext context, AppDb db, DataPlace place, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            var taken = await Take(form, db, place, actor, clock, cancel);
            if (taken is [var only]) return Page(only.Id);
            new Notice("imports.received", Arguments: [taken.Count.ToString(CultureInfo.InvariantCulture)]).Leave(context);
            return "/imports";
        });

    internal static async Task<IReadOnlyList<Import>> Take(IFormCollection form, AppDb db, DataPlace place, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        var files = form.Files.Where(file => file.FileName.Length > 0).ToList();
        if (files.Count == 0) throw new Refused("file_missing");
        List<Import> taken = [];
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            taken.Add(await ReceiveFile.Handle(content, file.FileName, Wish(form), db, place, actor, clock, cancel));
        }
        return taken;
    }

    internal static ReceiveFile.Wish Wish(IFormCollection form) => new(
        form["market"].ToString(), Text(form, "kind"), Text(form, "mapping"), Day(form, "from"), Day(form, "to"), Text(form, "shop"));

    private static Task<IResult> Change(long id, IFormCollection form, HttpContext context, AppDb db, DataPlace place, Actor actor, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            if (form["do"] == "discard")
            {
                await DiscardImport.Handle(id, db, place, actor, cancel);
                new Notice("imports.discarded").Leave(context);
                return "/imports";
            }
            await ChangeImport.Handle(id, Wish(form), db, place, actor, cancel);
            return Page(id);
        });

    private static Task<IResult> Load(long id, IFormCollection form, HttpContext context, AppDb db, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            await LoadImport.Ask(id, db, board, actor, clock, cancel);
            return Page(id);
        });

    private static async Task<IResult> Cancel(long id, IFormCollection _, AppDb db, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        await CancelImport.Handle(id, db, board, actor, clock, cancel);
        return Results.Redirect(Page(id));
    }

    private static Task<IResult> Undo(long id, IFormCollection form, HttpContext context, AppDb db, UndoLoad undo, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            await UndoImport.Handle(id, db, undo, actor, clock, cancel);
            new Notice("imports.undone").Leave(context);
            return Page(id);
        });

    private static Task<IResult> Mapping(IFormCollection form, HttpContext context, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            if (form["do"] == "delete" && long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                await DeleteMapping.Handle(id, db, actor, cancel);
                new Notice("imports.mapping.deleted").Leave(context);
                return "/imports/mappings";
            }
            var (yaml, name) = (form["yaml"].ToString(), "map.yaml");
            if (form.Files is [{ Length: > 0 } file, ..])
            {
                using var reader = new StreamReader(file.OpenReadStream());
                (yaml, name) = (await reader.ReadToEndAsync(cancel), file.FileName);
            }
            var saved = await SaveMapping.Handle(yaml, name, db, actor, clock, cancel);
            new Notice("imports.mapping.saved", Arguments: [saved.Name]).Leave(context);
            return "/imports/mappings";
        });

    private static string Page(long id) => string.Create(CultureInfo.InvariantCulture, $"/imports/{id}");

    private static string? Text(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static DateOnly? Day(IFormCollection form, string name) =>
        DateOnly.TryParseExact(form[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
