using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Insights.Explore;

namespace Showrunner.Insights.Boards;

/// <summary>Puts a question at the end of a board of one's own, which may be made for it.</summary>
public static class SaveTile
{
    /// <param name="Market">Where a new board stands.</param>
    /// <param name="Board">Number of the board; null makes a new one.</param>
    /// <param name="NewBoard">Name of the new board.</param>
    /// <param name="Question">As the explorer's address says it: <c>m=gmv&amp;by=channel</c>. With preset or from and to it keeps its own period.</param>
    /// <param name="Width">1 or 2 columns.</param>
    public sealed record Request(string? Market, long? Board, string? NewBoard, string Name, string Question, int Width = 1);
    public sealed record Response(long Board, long Tile);

    public static async Task<Response> Handle(Request request, BoardDesk desk, AppDb db, CurrentActor current, TimeProvider clock, CancellationToken cancel)
    {
        current.Needed.Needs(BoardPages.Save);
        var asked = Exploration.Parse(request.Question);
        var open = request.Board is null ? await desk.Open(request.Market, cancel) : null;
        await using var transaction = await db.BeginAlone(cancel);
        var board = open is null ? await ListBoards.Own(request.Board ?? 0, db, current, cancel) : await CreateBoard.Create(request.NewBoard ?? "", open.Id, db, current.Needed, clock, cancel);
        var last = await db.Tiles.Where(t => t.BoardId == board.Id).MaxAsync(t => (int?)t.Place, cancel) ?? 0;
        var tile = Tile.Create(board.Id, request.Name, asked, request.Width, last + 1);
        db.Tiles.Add(tile);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Response(board.Id, tile.Id);
    }
}
