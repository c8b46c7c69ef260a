using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Insights.Boards;

/// <summary>A board with every tile's answer of this moment. What cannot be asked any more says so in its place.</summary>
public static class ShowBoard
{
    /// <param name="Key">Number of a saved board, word of one that comes with the product.</param>
    /// <param name="Market">Code; a saved board has its own.</param>
    public sealed record Request(string Key, string? Market, DayRange Range, string Compare);

    public sealed record Guest(long Id, string Name);

    /// <param name="Saved">Null for a board of the product.</param>
    public sealed record Response(string Key, string Name, OpenMarket Open, IReadOnlyList<AskTiles.Shown> Tiles, TileBoard? Saved, bool Own, string? Owner, IReadOnlyList<Guest> Guests);

    public static async Task<Response> Handle(Request request, BoardDesk desk, AppDb db, CurrentActor current, Say say, TimeProvider clock, CancellationToken cancel)
    {
        if (Number(request.Key) is not { } id)
        {
            var product = ProductBoards.Find(request.Key) ?? throw new Refused("not_found");
            var open = await desk.Open(request.Market, cancel);
            return new Response(product.Code, say[product.NameKey], open, await AskTiles.Handle(product.Standing(say), request.Range, request.Compare, open, db, clock, cancel), null, false, null, []);
        }
        var board = await ListBoards.Find(id, db, current, cancel);
        var own = board.IsOf(current.Needed);
        var market = await desk.Open(board.MarketId, cancel);
        List<Guest> guests = own ? await (from guest in db.BoardGuests join person in db.People on guest.PersonId equals person.Id where guest.BoardId == id orderby person.Name select new Guest(person.Id, person.Name)).ToListAsync(cancel) : [];
        var owner = own ? null : await db.People.Where(p => p.Id == board.OwnerId).Select(p => p.Name).FirstOrDefaultAsync(cancel);
        return new Response(request.Key, board.Name, market, await AskTiles.Handle(await Standing(id, db, cancel), request.Range, request.Compare, market, db, clock, cancel), board, own, owner, guests);
    }

    public static long? Number(string key) => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The tiles of a saved board in their order.</summary>
    internal static async Task<IReadOnlyList<StandingTile>> Standing(long board, AppDb db, CancellationToken cancel) =>
        [.. (await db.Tiles.Where(t => t.BoardId == board).OrderBy(t => t.Place).AsNoTracking().ToListAsync(cancel)).Select(t => t.Standing)];
}
