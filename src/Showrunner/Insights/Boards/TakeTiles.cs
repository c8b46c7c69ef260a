using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Insights.Boards;

/// <summary>Puts copies of another board's tiles at the end of one's own: a report is composed of boards.</summary>
public static class TakeTiles
{
    /// <param name="From">Number of a saved board of the same market, word of one that comes with the product.</param>
    public sealed record Request(string From);
    public sealed record Response(int Taken);

    public static async Task<Response> Handle(long board, Request request, AppDb db, CurrentActor current, Say say, CancellationToken cancel)
    {
        var own = await ListBoards.Own(board, db, current, cancel);
        await using var transaction = await db.BeginAlone(cancel);
        var last = await db.Tiles.Where(t => t.BoardId == board).MaxAsync(t => (int?)t.Place, cancel) ?? 0;
        List<Tile> taken;
        if (ShowBoard.Number(request.From) is { } id)
        {
            var from = await ListBoards.Find(id, db, current, cancel);
            if (from.MarketId != own.MarketId || from.Id == own.Id) throw new Refused("not_found");
            taken = [.. (await db.Tiles.Where(t => t.BoardId == id).OrderBy(t => t.Place).AsNoTracking().ToListAsync(cancel)).Select(t => t.On(board, ++last))];
        }
        else
        {
            var product = ProductBoards.Find(request.From) ?? throw new Refused("not_found");
            taken = [.. product.Tiles.Select(t => Tile.Create(board, say[t.NameKey], t.Asked, t.Width, ++last))];
        }
        db.Tiles.AddRange(taken);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Response(taken.Count);
    }
}
