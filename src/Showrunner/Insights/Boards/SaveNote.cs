using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Insights.Boards;

/// <summary>Puts a note at the end of a board of one's own, or changes one that stands there.</summary>
public static class SaveNote
{
    /// <param name="Name">Its heading.</param>
    /// <param name="Text">What it says, up to 2,000 characters.</param>
    /// <param name="Tile">The note to change; null for a new one.</param>
    /// <param name="Width">1 or 2 columns.</param>
    public sealed record Request(string Name, string? Text, long? Tile = null, int Width = 2);
    public sealed record Response(long Tile);

    public static async Task<Response> Handle(long board, Request request, AppDb db, CurrentActor current, CancellationToken cancel)
    {
        await ListBoards.Own(board, db, current, cancel);
        await using var transaction = await db.BeginAlone(cancel);
        Tile tile;
        if (request.Tile is { } known)
        {
            tile = await db.Tiles.SingleOrDefaultAsync(t => t.BoardId == board && t.Id == known && t.Text != null, cancel) ?? throw new Refused("not_found");
            tile.Say(request.Text);
            tile.Change(request.Name, request.Width);
        }
        else
        {
            var last = await db.Tiles.Where(t => t.BoardId == board).MaxAsync(t => (int?)t.Place, cancel) ?? 0;
            tile = Tile.Note(board, request.Name, request.Text, request.Width, last + 1);
            db.Tiles.Add(tile);
        }
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Response(tile.Id);
    }
}
