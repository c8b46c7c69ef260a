using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Reports.Templates;

/// <summary>Uses a template for its kind of file, or goes back to the built-in look.</summary>
public static class UseTemplate
{
    public static async Task Handle(long id, bool use, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Templates);
        await using var transaction = await db.BeginAlone(cancel);
        var template = await db.ReportTemplates.SingleOrDefaultAsync(t => t.Id == id, cancel) ?? throw new Refused("not_found");
        if (template.InUse == use) return;
        foreach (var other in await db.ReportTemplates.Where(t => t.Kind == template.Kind && t.InUse).ToListAsync(cancel)) other.InUse = false;
        template.InUse = use;
        db.Audit(actor, use ? "template.used" : "template.unused", template, new { template.FileName });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
