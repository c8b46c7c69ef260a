using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Imports;

/// <summary>The rejected rows as a file to mend and load again.</summary>
public static class DownloadRejected
{
    public static async Task<IResult> Handle(long id, AppDb db, DataPlace place, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        var import = await ListImports.Visible(db, actor).AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new Refused("not_found");
        var path = Path.Combine(place.Folder, import.ErrorPath);
        if (import.ErrorPath.Length == 0 || !File.Exists(path)) throw new Refused("not_found");
        return Results.File(path, "text/csv; charset=utf-8", Path.GetFileNameWithoutExtension(import.FileName) + ".rejected.csv");
    }
}
