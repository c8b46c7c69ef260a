using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Insights.Boards;

/// <summary>The boards of a market that someone may look at: own ones first, then those shared, then those that come with the product.</summary>
public static class ListBoards
{
    /// <param name="Key">Number of a saved board, word of one that comes with the product.</param>
    /// <param name="Owner">Who made it; null for the product.</param>
    public sealed record Response(string Key, string Name, int Tiles, string? Owner, bool Own, string? Audience);

    public static async Task<IReadOnlyList<Response>> Handle(string? market, BoardDesk desk, AppDb db, CurrentActor current, Say say, CancellationToken cancel)
    {
        var actor = current.Needed;
        var open = await desk.Open(market, cancel);
        var (tiles, people) = (db.Tiles, db.People);
        var saved = await Visible(db, actor).Where(b => b.MarketId == open.Id)
            .Select(b => new { b.Id, b.Name, b.OwnerId, b.Audience, Tiles = tiles.Count(t => t.BoardId == b.Id), Owner = people.Where(p => p.Id == b.OwnerId).Select(p => p.Name).FirstOrDefault() })
            .ToListAsync(cancel);
        return
        [
            .. saved.OrderBy(b => b.OwnerId == actor.PersonId ? 0 : 1).ThenBy(b => b.Name, StringComparer.CurrentCultureIgnoreCase)
                .Select(b => new Response(b.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), b.Name, b.Tiles, b.Owner, b.OwnerId == actor.PersonId, b.Audience)),
            .. ProductBoards.All.Select(b => new Response(b.Code, say[b.NameKey], b.Tiles.Count, null, false, null)),
        ];
    }

    /// <summary>One's own, those for everybody of the market, those for one's role and those shared by name; only in markets that one sees.</summary>
    public static IQueryable<TileBoard> Visible(AppDb db, Actor actor)
    {
        var (me, markets, guests, people) = (actor.PersonId, actor.MarketIds, db.BoardGuests, db.People);
        // The program itself has no boards of its own and is kept from none.
        var boards = me is null ? db.TileBoards : db.TileBoards.Where(b => b.OwnerId == me || b.Audience == TileBoard.Everybody
            || people.Any(p => p.Id == me && p.Role == b.Audience) || guests.Any(g => g.BoardId == b.Id && g.PersonId == me));
        return markets is null ? boards : boards.Where(b => markets.Contains(b.MarketId));
    }

    public static async Task<TileBoard> Find(long id, AppDb db, CurrentActor current, CancellationToken cancel)
    {
        current.Needed.Needs(BoardDesk.See);
        return await Visible(db, current.Needed).SingleOrDefaultAsync(b => b.Id == id, cancel) ?? throw new Refused("not_found");
    }

    /// <summary>To change it: another's board is not there.</summary>
    public static async Task<TileBoard> Own(long id, AppDb db, CurrentActor current, CancellationToken cancel)
    {
        current.Needed.Needs(BoardPages.Save);
        var board = await Find(id, db, current, cancel);
        return board.IsOf(current.Needed) ? board : throw new Refused("board_not_yours", board.Name);
    }
}
