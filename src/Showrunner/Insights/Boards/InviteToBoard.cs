using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Insights.Boards;

/// <summary>Shares a board with one person, who must see its market already: sharing hands out no figures.</summary>
public static class InviteToBoard
{
    /// <param name="Email">Address the person signs in with.</param>
    public sealed record Request(string Email);

    public static async Task Handle(long id, Request request, AppDb db, CurrentActor current, Permissions permissions, CancellationToken cancel)
    {
        var board = await ListBoards.Own(id, db, current, cancel);
        var key = Person.KeyOf(request.Email);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.EmailKey == key && p.DisabledAt == null, cancel) ?? throw new Refused("board_nobody", request.Email.Trim());
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == board.MarketId, cancel);
        if (!person.SeesMarket(board.MarketId)) throw new Refused("board_out_of_scope", person.Name, market.Name(current.Needed.Language));
        if (!permissions.Of(person.Role).Contains(BoardDesk.See)) throw new Refused("board_not_for_role", person.Name);
        if (person.Id == board.OwnerId || await db.BoardGuests.AnyAsync(g => g.BoardId == id && g.PersonId == person.Id, cancel)) return;
        db.BoardGuests.Add(new BoardGuest { BoardId = id, PersonId = person.Id });
        db.Audit(current.Needed, "board.shared", board, new { board.Name, with = person.Name });
        await db.SaveChangesAsync(cancel);
    }

    public static async Task Undo(long id, long personId, AppDb db, CurrentActor current, CancellationToken cancel)
    {
        var board = await ListBoards.Own(id, db, current, cancel);
        if (await db.BoardGuests.SingleOrDefaultAsync(g => g.BoardId == id && g.PersonId == personId, cancel) is not { } guest) return;
        db.BoardGuests.Remove(guest);
        db.Audit(current.Needed, "board.shared", board, new { board.Name, without = personId });
        await db.SaveChangesAsync(cancel);
    }
}
