using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Imports;

/// <summary>Stops a load before its commit; the ledger stays as it was.</summary>
public static class CancelImport
{
    public static async Task Handle(long id, AppDb db, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        var import = await ListImports.Visible(db, actor).SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new Refused("not_found");
        // The running side hears it at once; a load on SQLite holds the pen, so a row would be heard only afterwards.
        if (board.Find(import.JobId) is { } ticket) { ticket.Stop(); return; }
        if (await db.Jobs.SingleOrDefaultAsync(j => j.Id == import.JobId, cancel) is not { IsOver: false } job) return;
        job.AskCancel(clock.GetUtcNow());
        if (job.IsOver) (import.State, import.FinishedAt) = (Import.Cancelled, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
