using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Insights.Boards;

/// <summary>A new board of one's own, empty and private.</summary>
public static class CreateBoard
{
    public sealed record Request(string? Market, string Name);
    public sealed record Response(long Id);

    public static async Task<Response> Handle(Request request, BoardDesk desk, AppDb db, CurrentActor current, TimeProvider clock, CancellationToken cancel)
    {
        current.Needed.Needs(BoardPages.Save);
        var open = await desk.Open(request.Market, cancel);
        return new Response((await Create(request.Name, open.Id, db, current.Needed, clock, cancel)).Id);
    }

    internal static async Task<TileBoard> Create(string name, long marketId, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var board = TileBoard.Create(actor, marketId, name, clock.GetUtcNow());
        db.TileBoards.Add(board);
        db.Audit(actor, "board.created", board, new { board.Name, board.MarketId });
        await db.SaveChangesAsync(cancel);
        return board;
    }
}
