using Showrunner.Accounts;
using Showrunner.Data;

namespace Showrunner.Insights.Boards;

public static class RenameBoard
{
    public sealed record Request(string Name);

    public static async Task Handle(long id, Request request, AppDb db, CurrentActor current, CancellationToken cancel)
    {
        var board = await ListBoards.Own(id, db, current, cancel);
        board.Rename(request.Name);
        await db.SaveChangesAsync(cancel);
    }
}
