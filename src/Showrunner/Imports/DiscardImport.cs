using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Imports;

/// <summary>Forgets a received file that was never loaded.</summary>
public static class DiscardImport
{
    public static async Task Handle(long id, AppDb db, DataPlace place, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        var import = await ListImports.Visible(db, actor).SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new Refused("not_found");
        if (import.State is Import.Loaded or Import.Loading or Import.Undone) throw new Refused("import_already_loaded", import.FileName);
        db.Audit(actor, "import.discarded", import, new { import.FileName });
        db.Imports.Remove(import);
        await db.SaveChangesAsync(cancel);
        File.Delete(Path.Combine(place.Folder, import.StoredPath));
    }
}
