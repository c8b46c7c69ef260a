using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Reports.Templates;

/// <summary>The doors of templates: API, and the form that calls the same slices.</summary>
internal static class TemplatePages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/reports/templates").RequireActor();
        api.MapGet("/", ListTemplates.Handle);
        api.MapGet("/{id:long}/file", ListTemplates.File);
        api.MapPost("/", async (IFormFile file, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        {
            await using var content = file.OpenReadStream();
            return await UploadTemplate.Handle(file.FileName, content, db, actor, clock, cancel);
        }).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(2L * UploadTemplate.Largest));
        api.MapPut("/{id:long}/use", (long id, AppDb db, Actor actor, CancellationToken cancel) => UseTemplate.Handle(id, true, db, actor, cancel));
        api.MapDelete("/{id:long}/use", (long id, AppDb db, Actor actor, CancellationToken cancel) => UseTemplate.Handle(id, false, db, actor, cancel));
        api.MapDelete("/{id:long}", DeleteTemplate.Handle);
        routes.MapGet("/reports/templates/{id:long}/file", ListTemplates.File).RequireActor();
        routes.MapPost("/reports/templates", Post).WithOrder(-1).WithMetadata(new RequestSizeLimitAttribute(2L * UploadTemplate.Largest));
    }

    private static Task<IResult> Post(IFormCollection form, HttpContext context, Viewer viewer, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) => TypedForm.Answer(context, form, async () =>
    {
        var id = long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        switch (form["do"].ToString())
        {
            case "use" or "stop": await UseTemplate.Handle(id, form["do"] == "use", db, actor, cancel); break;
            case "delete": await DeleteTemplate.Handle(id, db, actor, cancel); break;
            default:
                var file = form.Files.FirstOrDefault(f => f.FileName.Length > 0) ?? throw new Refused("file_missing");
                await using (var content = file.OpenReadStream()) await UploadTemplate.Handle(file.FileName, content, db, actor, clock, cancel);
                break;
        }
        new Notice("notice.saved").Leave(context);
        return viewer.Link("/reports/templates");
    });
}
