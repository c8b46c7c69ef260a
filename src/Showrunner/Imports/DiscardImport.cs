using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Imports;

/// <summary>Throws away a file that never came into the ledger.</summary>
public static class DiscardImport
{
    public static async Task Handle(long id, AppDb db, DataPlace place, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        var import = await ListImports.Visible(db, actor).SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new Refused("not_found");
        if (import.State is Import.Loaded or Import.Undone) throw new Refused("import_already_loaded", import.FileName);
        if (import.State == Import.Loading) throw new Refused("import_running_already", import.FileName);
        db.Remove(import);
        db.Audit(actor, "import.discarded", import, new { import.FileName, import.Sha256 });
        await db.SaveChangesAsync(cancel);
        foreach (var path in (string[])[import.StoredPath, import.ErrorPath])
            if (path.Length > 0) File.Delete(Path.Combine(place.Folder, path));
    }
}
