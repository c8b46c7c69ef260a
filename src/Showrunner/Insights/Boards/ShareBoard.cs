using Showrunner.Accounts;
using Showrunner.Data;

namespace Showrunner.Insights.Boards;

/// <summary>Who may look: nobody else, everybody who sees the market, or those of one role who do.</summary>
public static class ShareBoard
{
    /// <param name="Audience">private, everybody, manager, analyst or viewer.</param>
    public sealed record Request(string Audience);

    public static async Task Handle(long id, Request request, AppDb db, CurrentActor current, CancellationToken cancel)
    {
        var board = await ListBoards.Own(id, db, current, cancel);
        if (board.Audience == request.Audience) return;
        var before = board.Audience;
        board.ShareWith(request.Audience);
        db.Audit(current.Needed, "board.shared", board, new { board.Name, before, board.Audience });
        await db.SaveChangesAsync(cancel);
    }
}
