using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Imports.Mapping;
using Showrunner.Platform;

namespace Showrunner.Imports;

/// <summary>Keeps a mapping under the name it gives itself; the same name again replaces it.</summary>
public static class SaveMapping
{
    public static async Task<SavedMapping> Handle(string yaml, string fileName, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        var parsed = OrderMappingFile.Parse(yaml, fileName);
        var mapping = await db.SavedMappings.SingleOrDefaultAsync(m => m.Name == parsed.Name, cancel);
        if (mapping is null) db.SavedMappings.Add(mapping = new SavedMapping { Name = parsed.Name, Yaml = yaml });
        if (mapping.Id != 0 && mapping.Yaml == yaml) return mapping;
        (mapping.Yaml, mapping.UpdatedAt) = (yaml, clock.GetUtcNow());
        db.Audit(actor, "mapping.saved", mapping, new { mapping.Name });
        await db.SaveChangesAsync(cancel);
        return mapping;
    }
}
