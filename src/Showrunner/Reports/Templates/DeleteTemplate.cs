using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Reports.Templates;

/// <summary>Deletes a template; files that were written with it stay as they are.</summary>
public static class DeleteTemplate
{
    public static async Task Handle(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Templates);
        var template = await db.ReportTemplates.SingleOrDefaultAsync(t => t.Id == id, cancel) ?? throw new Refused("not_found");
        db.Remove(template);
        db.Audit(actor, "template.deleted", template, new { template.FileName, template.Sha256 });
        await db.SaveChangesAsync(cancel);
    }
}
