using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Imports;

/// <summary>Forgets a mapping; what was loaded with it stays.</summary>
public static class DeleteMapping
{
    public static async Task Handle(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        var mapping = await db.SavedMappings.SingleOrDefaultAsync(m => m.Id == id, cancel) ?? throw new Refused("not_found");
        db.Remove(mapping);
        db.Audit(actor, "mapping.deleted", mapping, new { mapping.Name });
        await db.SaveChangesAsync(cancel);
    }
}
