using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Insights.Boards;

/// <summary>A board that one sees, or one of the product, as a private one of one's own.</summary>
public static class CopyBoard
{
    /// <param name="Key">Number of a saved board, word of one that comes with the product.</param>
    /// <param name="Market">Where a copy of the product's board stands; a saved one stays in its market.</param>
    public sealed record Request(string Key, string? Market);

    public static async Task<CreateBoard.Response> Handle(Request request, BoardDesk desk, AppDb db, CurrentActor current, Say say, TimeProvider clock, CancellationToken cancel)
    {
        current.Needed.Needs(BoardPages.Save);
        var id = ShowBoard.Number(request.Key);
        var open = id is null ? await desk.Open(request.Market, cancel) : null;
        await using var transaction = await db.BeginAlone(cancel);
        var copy = open is null ? await Saved(id ?? 0, db, current, say, clock, cancel) : await Product(request.Key, open, db, current, say, clock, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new CreateBoard.Response(copy.Id);
    }

    private static async Task<TileBoard> Saved(long id, AppDb db, CurrentActor current, Say say, TimeProvider clock, CancellationToken cancel)
    {
        var board = await ListBoards.Find(id, db, current, cancel);
        var copy = await CreateBoard.Create(say["boards.copyOf", board.Name], board.MarketId, db, current.Needed, clock, cancel);
        foreach (var tile in await db.Tiles.Where(t => t.BoardId == id).OrderBy(t => t.Place).ToListAsync(cancel))
            db.Tiles.Add(tile.On(copy.Id, tile.Place));
        return copy;
    }

    private static async Task<TileBoard> Product(string key, OpenMarket open, AppDb db, CurrentActor current, Say say, TimeProvider clock, CancellationToken cancel)
    {
        var board = ProductBoards.Find(key) ?? throw new Refused("not_found");
        var copy = await CreateBoard.Create(say[board.NameKey], open.Id, db, current.Needed, clock, cancel);
        var place = 0;
        foreach (var tile in board.Tiles) db.Tiles.Add(Tile.Create(copy.Id, say[tile.NameKey], tile.Asked, tile.Width, ++place));
        return copy;
    }
}
