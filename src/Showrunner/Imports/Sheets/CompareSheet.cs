using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Imports.Sheets;

/// <summary>What an edited workbook would change, row by row, before any of it is taken.</summary>
public static class CompareSheet
{
    /// <param name="Id">Number of the upload.</param>
    /// <param name="Version">Says exactly these differences; taking them needs it.</param>
    /// <param name="Changes">In the order of the file.</param>
    /// <param name="Problems">Rows that cannot be taken; with any, none is.</param>
    /// <param name="Unchanged">Rows that say what is there already.</param>
    /// <param name="Taken">When it was taken.</param>
    public sealed record Response(long Id, string Sheet, string Market, string FileName, string Version, IReadOnlyList<SheetChange> Changes, IReadOnlyList<SheetProblem> Problems, int Unchanged, DateTimeOffset? Taken);

    /// <summary>Reads the file and keeps what it says.</summary>
    public static async Task<Response> Receive(string code, string? market, Stream content, string fileName, IEnumerable<EditableSheet> sheets, AppDb db, Texts texts, string language, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var sheet = sheets.Named(code);
        var place = await DownloadSheet.Place(sheet, market, db, actor, cancel);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await using (var file = new FileStream(path, FileMode.CreateNew)) await content.CopyToAsync(file, cancel);
            var rows = ReadSheet.Handle(path, fileName, sheet, place.Rules, texts, language);
            var upload = new SheetUpload { Sheet = code, MarketId = place.Id, FileName = fileName, Rows = JsonSerializer.Serialize(rows), PersonId = actor.PersonId, CreatedAt = clock.GetUtcNow() };
            db.SheetUploads.Add(upload);
            await db.SaveChangesAsync(cancel);
            return await Compare(upload, sheet, place, db, cancel);
        }
        finally { File.Delete(path); }
    }

    /// <summary>The differences as they are at this moment.</summary>
    public static async Task<Response> Handle(long id, IEnumerable<EditableSheet> sheets, AppDb db, Actor actor, CancellationToken cancel)
    {
        var (upload, sheet, market) = await Find(id, sheets, db, actor, cancel);
        return await Compare(upload, sheet, market, db, cancel);
    }

    internal static async Task<(SheetUpload Upload, EditableSheet Sheet, Market Market)> Find(long id, IEnumerable<EditableSheet> sheets, AppDb db, Actor actor, CancellationToken cancel)
    {
        var upload = await db.SheetUploads.SingleOrDefaultAsync(u => u.Id == id && u.PersonId == actor.PersonId, cancel) ?? throw new Refused("not_found");
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == upload.MarketId, cancel);
        var sheet = sheets.Named(upload.Sheet);
        await DownloadSheet.Place(sheet, market.Code, db, actor, cancel); // rights may have gone since
        return (upload, sheet, market);
    }

    internal static async Task<Response> Compare(SheetUpload upload, EditableSheet sheet, Market market, AppDb db, CancellationToken cancel)
    {
        var now = (await sheet.Rows(market, db, cancel)).ToDictionary(r => r.Key);
        List<SheetChange> changes = [];
        List<SheetProblem> problems = [];
        var (unchanged, seen) = (0, new Dictionary<string, long>());
        foreach (var typed in upload.Typed)
        {
            var before = typed.Row.Key.Length == 0 ? null : now.GetValueOrDefault(typed.Row.Key);
            if (typed.Row.Key.Length > 0 && !seen.TryAdd(typed.Row.Key, typed.Line)) problems.Add(new SheetProblem(typed.Line, new Refused("sheet_key_twice", typed.Row.Key, seen[typed.Row.Key])));
            else if (typed.Row.Key.Length > 0 && before is null)
            {
                if (typed.Remove) unchanged++; // gone already
                else problems.Add(new SheetProblem(typed.Line, new Refused("sheet_key_gone", typed.Row.Key)));
            }
            else if (before is null && typed.Remove || before is not null && !typed.Remove && before.Says(typed.Row, sheet.Columns)) unchanged++;
            else changes.Add(new SheetChange(typed.Line, before, typed.Remove ? null : typed.Row, before is not null && typed.Version.Length > 0 && typed.Version != before.Version(sheet.Columns)));
        }
        if (upload.TakenAt is null) problems.AddRange(await sheet.Check(changes, market, db, cancel));
        return new Response(upload.Id, sheet.Code, market.Code, upload.FileName, Version(changes), changes, [.. problems.OrderBy(p => p.Line)], unchanged, upload.TakenAt);
    }

    private static string Version(IReadOnlyList<SheetChange> changes) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(changes))))[..16];
}
