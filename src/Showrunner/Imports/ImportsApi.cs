using Microsoft.AspNetCore.Mvc;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Ledger.Loading;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Imports;

/// <summary>Imports for other programs: the same slices as the pages.</summary>
internal static class ImportsApi
{
    private const int RowsChecked = 200_000;

    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/imports").RequireActor();
        // A key is no cookie, and foreign posts with a session are refused before they come here.
        api.MapPost("/", Receive).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(ImportForms.Largest));
        api.MapGet("/", ListImports.Handle);
        api.MapGet("/{id:long}", ShowImport.Handle);
        api.MapPut("/{id:long}", Change);
        api.MapDelete("/{id:long}", DiscardImport.Handle);
        api.MapGet("/{id:long}/preview", (long id, int? rows, AppDb db, DataPlace place, Actor actor, TimeProvider clock, CancellationToken cancel) =>
            PreviewImport.Handle(id, Math.Clamp(rows ?? RowsChecked, 1, RowsChecked), db, place, actor, clock, cancel));
        api.MapPost("/{id:long}/load", Load);
        api.MapGet("/{id:long}/load", ShowProgress.Handle);
        api.MapPost("/{id:long}/cancellation", Cancel);
        api.MapPost("/{id:long}/undoing", Undo);
        api.MapGet("/{id:long}/rejected.csv", DownloadRejected.Handle);

        var mappings = app.MapGroup("/api/import-mappings").RequireActor();
        mappings.MapGet("/", ListMappings.Handle);
        mappings.MapPost("/", SaveOne);
        mappings.MapDelete("/{id:long}", DeleteMapping.Handle);
    }

    private static async Task<IResult> Receive(IFormCollection form, AppDb db, DataPlace place, Actor actor, Texts texts, TimeProvider clock, CancellationToken cancel)
    {
        List<ShowImport.Response> shown = [];
        foreach (var import in await ImportForms.Take(form, db, place, actor, clock, cancel)) shown.Add(await ShowImport.Handle(import.Id, db, actor, texts, cancel));
        return Results.Created(shown is [var only] ? $"/api/imports/{only.Id}" : "/api/imports", shown);
    }

    private static async Task<ShowImport.Response> Change(long id, ReceiveFile.Wish wish, AppDb db, DataPlace place, Actor actor, Texts texts, CancellationToken cancel)
    {
        await ChangeImport.Handle(id, wish, db, place, actor, cancel);
        return await ShowImport.Handle(id, db, actor, texts, cancel);
    }

    private static async Task<IResult> Load(long id, AppDb db, JobBoard board, Actor actor, Texts texts, TimeProvider clock, CancellationToken cancel)
    {
        await LoadImport.Ask(id, db, board, actor, clock, cancel);
        return Results.Accepted($"/api/imports/{id}/load", await ShowProgress.Handle(id, db, board, actor, texts, clock, cancel));
    }

    private static async Task<IResult> Cancel(long id, AppDb db, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        await CancelImport.Handle(id, db, board, actor, clock, cancel);
        return Results.Accepted($"/api/imports/{id}/load");
    }

    private static async Task<ShowImport.Response> Undo(long id, AppDb db, UndoLoad undo, Actor actor, Texts texts, TimeProvider clock, CancellationToken cancel)
    {
        await UndoImport.Handle(id, db, undo, actor, clock, cancel);
        return await ShowImport.Handle(id, db, actor, texts, cancel);
    }

    private static async Task<ListMappings.Item> SaveOne(HttpRequest request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        using var reader = new StreamReader(request.Body);
        var saved = await SaveMapping.Handle(await reader.ReadToEndAsync(cancel), "map.yaml", db, actor, clock, cancel);
        return new(saved.Id, saved.Name, saved.Yaml, saved.UpdatedAt);
    }
}
