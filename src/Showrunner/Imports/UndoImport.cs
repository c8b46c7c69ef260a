using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Ledger.Loading;
using Showrunner.Platform;

namespace Showrunner.Imports;

/// <summary>Takes everything that a file brought out of the ledger again.</summary>
public static class UndoImport
{
    public static async Task<Import> Handle(long id, AppDb db, UndoLoad undo, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        var import = await ListImports.Visible(db, actor).SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new Refused("not_found");
        if (import.State == Import.Undone) return import;
        if (import.State != Import.Loaded) throw new Refused("import_not_loaded", import.FileName);
        await undo.Handle(db, id, changeId =>
        {
            (import.State, import.UndoChangeId, import.FinishedAt) = (Import.Undone, changeId, clock.GetUtcNow());
            db.Audit(actor, "import.undone", import, new { import.FileName, import.RowsLoaded, import.Restated });
            return Task.CompletedTask;
        }, cancel);
        return import;
    }
}
