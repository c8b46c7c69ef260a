using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;

namespace Showrunner.Insights.Boards;

/// <summary>Takes a tile off its board; those behind it move up. Twice changes nothing.</summary>
public static class RemoveTile
{
    public static async Task Handle(long board, long id, AppDb db, CurrentActor current, CancellationToken cancel)
    {
        await ListBoards.Own(board, db, current, cancel);
        var tiles = await db.Tiles.Where(t => t.BoardId == board).ToListAsync(cancel);
        if (tiles.SingleOrDefault(t => t.Id == id) is not { } tile) return;
        db.Tiles.Remove(tile);
        Tile.Number(tiles.Where(t => t != tile).OrderBy(t => t.Place));
        await db.SaveChangesAsync(cancel);
    }
}
