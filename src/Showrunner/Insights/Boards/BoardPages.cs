using System.Globalization;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Insights.Explore;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Reports;
using Showrunner.Web;

namespace Showrunner.Insights.Boards;

/// <summary>The explorer, and boards of tiles made with it.</summary>
public static class BoardPages
{
    public const string Save = "boards.save";

    public static IServiceCollection AddBoards(this IServiceCollection services)
    {
        services.AddPermission(Save, "permission.boards.save", Role.Manager, Role.Analyst);
        services.AddMenu(new MenuEntry("watch", "menu.explore", "/explore", "chart", 40, BoardDesk.See), new MenuEntry("watch", "menu.boards", "/boards", "columns", 45, BoardDesk.See));
        return services.AddReport<BoardReport>().AddScoped<ExploreWords>();
    }

    public static WebApplication MapBoards(this WebApplication app)
    {
        app.MapGet("/explore/export", ExportExploration.Handle);
        BoardForms.Map(app);
        var api = app.MapGroup("/api").RequireActor();
        api.MapGet("/explore", ([AsParameters] RunExploration.Request request, BoardDesk desk, AppDb db, CancellationToken cancel) => RunExploration.Handle(request, desk, db, cancel));
        api.MapGet("/boards", (string? market, BoardDesk desk, AppDb db, CurrentActor current, Say say, CancellationToken cancel) => ListBoards.Handle(market, desk, db, current, say, cancel));
        api.MapGet("/boards/{key}", Answers);
        api.MapPost("/boards", CreateBoard.Handle);
        api.MapPost("/boards/copies", CopyBoard.Handle);
        api.MapPost("/boards/tiles", SaveTile.Handle);
        api.MapPut("/boards/{id:long}/name", RenameBoard.Handle);
        api.MapPut("/boards/{id:long}/audience", ShareBoard.Handle);
        api.MapPost("/boards/{board:long}/notes", SaveNote.Handle);
        api.MapPost("/boards/{board:long}/taken", TakeTiles.Handle);
        api.MapPost("/boards/{id:long}/guests", InviteToBoard.Handle);
        api.MapDelete("/boards/{id:long}/guests/{personId:long}", InviteToBoard.Undo);
        api.MapPut("/boards/{board:long}/tiles/{id:long}", ChangeTile.Handle);
        api.MapDelete("/boards/{board:long}/tiles/{id:long}", RemoveTile.Handle);
        api.MapDelete("/boards/{id:long}", DeleteBoard.Handle);
        return app;
    }

    /// <param name="Text">A note between the figures.</param>
    /// <param name="Refusal">A sentence where the tile has no answer.</param>
    private sealed record TileAnswer(long? Id, string Name, int Width, string Question, string? Text, TableJson.Answer? Table, string? Refusal);

    private static async Task<IReadOnlyList<TileAnswer>> Answers(string key, string? market, DateOnly from, DateOnly to, string? compare, BoardDesk desk, AppDb db, CurrentActor current, Say say, ExploreWords words, TimeProvider clock, CancellationToken cancel)
    {
        var board = await ShowBoard.Handle(new(key, market, new DayRange(from, to), compare ?? "none"), desk, db, current, say, clock, cancel);
        return [.. board.Tiles.Select(t => new TileAnswer(t.Tile.Id, t.Tile.Name, t.Tile.Width, t.Tile.Text is null ? t.Tile.Asked.Query : "", t.Tile.Text, t.Answer is null ? null : TableJson.Of(t.Answer.Table), t.Refusal is null ? null : words.Refusal(t.Refusal)))];
    }

    internal static string Path(long id) => string.Create(CultureInfo.InvariantCulture, $"/boards/{id}");
}
