using System.Globalization;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Insights.Explore;
using Showrunner.Web;

namespace Showrunner.Insights.Boards;

/// <summary>The forms of boards. Each calls the slice that the API calls.</summary>
internal static class BoardForms
{
    internal sealed record Needs(BoardDesk Desk, AppDb Db, CurrentActor Current, Viewer Viewer, Say Say, Permissions Permissions, TimeProvider Clock, CancellationToken Cancel);

    public static void Map(WebApplication app)
    {
        app.MapPost("/boards", Make).WithOrder(-1);
        app.MapPost("/boards/{id:long}", Change).WithOrder(-1);
        app.MapPost("/explore", Keep).WithOrder(-1);
    }

    private static Task<IResult> Make(IFormCollection form, HttpContext context, [AsParameters] Needs on) => TypedForm.Answer(context, form, async () =>
    {
        var market = form["market"].ToString();
        var made = form["copy"].ToString() is { Length: > 0 } key
            ? await CopyBoard.Handle(new(key, market), on.Desk, on.Db, on.Current, on.Say, on.Clock, on.Cancel)
            : await CreateBoard.Handle(new(market, form["name"].ToString()), on.Desk, on.Db, on.Current, on.Clock, on.Cancel);
        new Notice("boards.made").Leave(context);
        return BoardPages.Path(made.Id);
    });

    private static Task<IResult> Change(long id, IFormCollection form, HttpContext context, [AsParameters] Needs on) => TypedForm.Answer(context, form, async () =>
    {
        var tile = Number(form["tile"]);
        switch (form["do"].ToString())
        {
            case "delete":
                await DeleteBoard.Handle(id, on.Db, on.Current, on.Cancel);
                new Notice("boards.deleted").Leave(context);
                return "/boards";
            case "share": await ShareBoard.Handle(id, new(form["audience"].ToString()), on.Db, on.Current, on.Cancel); break;
            case "invite": await InviteToBoard.Handle(id, new(form["email"].ToString()), on.Db, on.Current, on.Permissions, on.Cancel); break;
            case "uninvite": await InviteToBoard.Undo(id, Number(form["person"]) ?? 0, on.Db, on.Current, on.Cancel); break;
            case "tile": await ChangeTile.Handle(id, tile ?? 0, new(form["name"].ToString(), (int)(Number(form["width"]) ?? 1), (int?)Number(form["place"])), on.Db, on.Current, on.Cancel); break;
            case "note": await SaveNote.Handle(id, new(form["name"].ToString(), form["text"].ToString(), tile, (int)(Number(form["width"]) ?? 2)), on.Db, on.Current, on.Cancel); break;
            case "take": await TakeTiles.Handle(id, new(form["from"].ToString()), on.Db, on.Current, on.Say, on.Cancel); break;
            case "remove": await RemoveTile.Handle(id, tile ?? 0, on.Db, on.Current, on.Cancel); break;
            default: await RenameBoard.Handle(id, new(form["name"].ToString()), on.Db, on.Current, on.Cancel); break;
        }
        new Notice("notice.saved").Leave(context);
        return on.Viewer.Link(BoardPages.Path(id));
    });

    private static Task<IResult> Keep(IFormCollection form, HttpContext context, [AsParameters] Needs on) => TypedForm.Answer(context, form, async () =>
    {
        var asked = Exploration.Parse(form["question"].ToString()).WithoutPeriod;
        if (form["own"] == "on") asked = on.Viewer.Preset == Period.Custom ? asked with { Days = on.Viewer.Range } : asked with { Preset = on.Viewer.Preset };
        // Whoever types a name wants a new board, whatever the list above it says.
        var name = form["newBoard"].ToString().Trim();
        var request = new SaveTile.Request(form["market"], name.Length > 0 ? null : Number(form["board"]), name, form["name"].ToString(), asked.Query, (int)(Number(form["width"]) ?? 1));
        var kept = await SaveTile.Handle(request, on.Desk, on.Db, on.Current, on.Clock, on.Cancel);
        new Notice("boards.tile.saved", Arguments: [request.Name]).Leave(context);
        return on.Viewer.Link(BoardPages.Path(kept.Board));
    });

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
