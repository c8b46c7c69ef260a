using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;

namespace Showrunner.Insights.Boards;

/// <summary>A board with its tiles, for good.</summary>
public static class DeleteBoard
{
    public static async Task Handle(long id, AppDb db, CurrentActor current, CancellationToken cancel)
    {
        var board = await ListBoards.Own(id, db, current, cancel);
        db.Tiles.RemoveRange(await db.Tiles.Where(t => t.BoardId == id).ToListAsync(cancel));
        db.BoardGuests.RemoveRange(await db.BoardGuests.Where(g => g.BoardId == id).ToListAsync(cancel));
        db.TileBoards.Remove(board);
        db.Audit(current.Needed, "board.deleted", ("tile_board", id.ToString(System.Globalization.CultureInfo.InvariantCulture)), new { board.Name });
        await db.SaveChangesAsync(cancel);
    }
}
