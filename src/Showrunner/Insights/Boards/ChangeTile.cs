using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Insights.Boards;

/// <summary>A tile's name, width and place on its board.</summary>
public static class ChangeTile
{
    /// <param name="Place">From 1; null leaves it where it is.</param>
    public sealed record Request(string Name, int Width, int? Place = null);

    public static async Task Handle(long board, long id, Request request, AppDb db, CurrentActor current, CancellationToken cancel)
    {
        await ListBoards.Own(board, db, current, cancel);
        var tiles = await db.Tiles.Where(t => t.BoardId == board).ToListAsync(cancel);
        var tile = tiles.SingleOrDefault(t => t.Id == id) ?? throw new Refused("not_found");
        tile.Change(request.Name, request.Width);
        if (request.Place is { } place) Tile.Move(tiles, tile, place);
        await db.SaveChangesAsync(cancel);
    }
}
