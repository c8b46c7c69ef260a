using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Reports.Sending;

/// <summary>GET /reports/issues/7/files/xlsx: the very file that was sent.</summary>
public static class DownloadIssue
{
    public static async Task<FileContentHttpResult> Handle(long id, string format, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Make);
        await ListIssues.Own(id, db, actor, cancel);
        var file = await db.IssueFiles.AsNoTracking().FirstOrDefaultAsync(f => f.IssueId == id && f.Format == format, cancel) ?? throw new Refused("not_found");
        return TypedResults.File(file.Read(), file.ContentType, file.FileName);
    }
}
