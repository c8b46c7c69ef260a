using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Imports.Sheets;

/// <summary>Takes the differences that a person has seen, all of them or none; a second time changes nothing.</summary>
public static class TakeSheet
{
    /// <param name="Version">Of the differences that were shown.</param>
    public sealed record Request(string Version);
    public sealed record Response(int Taken);

    public static async Task<Response> Handle(long id, Request request, IEnumerable<EditableSheet> sheets, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        await using var transaction = await db.BeginAlone(cancel);
        var (upload, sheet, market) = await CompareSheet.Find(id, sheets, db, actor, cancel);
        if (upload.TakenAt is not null) return new Response(0);
        var found = await CompareSheet.Compare(upload, sheet, market, db, cancel);
        if (found.Version != request.Version) throw new Refused("sheet_moved");
        if (found.Problems.Count > 0) throw new Refused("sheet_problems", found.Problems.Count);
        await sheet.Take(found.Changes, market, db, actor, clock, cancel);
        upload.Take(clock.GetUtcNow());
        db.Audit(actor, "sheet.taken", upload, new { upload.Sheet, upload.FileName, Market = market.Code, Changes = found.Changes.Count });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Response(found.Changes.Count);
    }
}
