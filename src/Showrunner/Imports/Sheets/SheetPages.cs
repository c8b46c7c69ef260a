using System.Globalization;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Imports.Sheets;

/// <summary>Editable sheets under Imports: download, bring back, look at the differences, take them.</summary>
public static class SheetPages
{
    private const long Largest = 20L << 20;

    internal sealed record Needs(IEnumerable<EditableSheet> Sheets, AppDb Db, Texts Texts, Viewer Viewer, Actor Actor, TimeProvider Clock, CancellationToken Cancel);

    public static void Map(WebApplication app)
    {
        app.MapGet("/imports/sheets/{code}.xlsx", DownloadSheet.Handle).RequireActor();
        app.MapPost("/imports/sheets/{code}", Receive).WithOrder(-1).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(Largest));
        app.MapPost("/imports/sheets/{code}/{id:long}", Take).WithOrder(-1);
        var api = app.MapGroup("/api/sheets").RequireActor();
        api.MapGet("/{code}.xlsx", DownloadSheet.Handle);
        api.MapPost("/{code}", async (string code, string? market, IFormFile file, [AsParameters] Needs on) =>
        {
            await using var content = file.OpenReadStream();
            return await CompareSheet.Receive(code, market ?? on.Viewer.Market?.Code, content, file.FileName, on.Sheets, on.Db, on.Texts, on.Viewer.Language, on.Actor, on.Clock, on.Cancel);
        }).DisableAntiforgery().WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(Largest));
        api.MapGet("/uploads/{id:long}", CompareSheet.Handle);
        api.MapPost("/uploads/{id:long}/taking", TakeSheet.Handle);
    }

    private static Task<IResult> Receive(string code, IFormCollection form, HttpContext context, [AsParameters] Needs on) => TypedForm.Answer(context, form, async () =>
    {
        var file = form.Files.FirstOrDefault(f => f.FileName.Length > 0) ?? throw new Refused("file_missing");
        await using var content = file.OpenReadStream();
        var found = await CompareSheet.Receive(code, form["market"].ToString(), content, file.FileName, on.Sheets, on.Db, on.Texts, on.Viewer.Language, on.Actor, on.Clock, on.Cancel);
        return on.Viewer.Link(Path(code, found.Id), ("market", found.Market));
    });

    private static Task<IResult> Take(string code, long id, IFormCollection form, HttpContext context, [AsParameters] Needs on) => TypedForm.Answer(context, form, async () =>
    {
        var taken = await TakeSheet.Handle(id, new(form["version"].ToString()), on.Sheets, on.Db, on.Actor, on.Clock, on.Cancel);
        new Notice("sheets.taken", Arguments: [taken.Taken.ToString(CultureInfo.InvariantCulture)]).Leave(context);
        return on.Viewer.Link("/imports/sheets/" + code);
    });

    internal static string Path(string code, long id) => string.Create(CultureInfo.InvariantCulture, $"/imports/sheets/{code}/{id}");
}
