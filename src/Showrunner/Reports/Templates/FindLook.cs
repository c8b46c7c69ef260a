using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Office;

namespace Showrunner.Reports.Templates;

/// <summary>The templates in use, each read and checked once.</summary>
public sealed class FindLook
{
    private readonly ConcurrentDictionary<long, object> _read = new();

    public async Task<CompanyLook> Handle(AppDb db, CancellationToken cancel)
    {
        var used = await db.ReportTemplates.AsNoTracking().Where(t => t.InUse).Select(t => new { t.Id, t.Kind }).ToListAsync(cancel);
        foreach (var gone in _read.Keys.Except(used.Select(t => t.Id))) _read.TryRemove(gone, out _);
        var (deck, document) = ((DeckTemplate?)null, (DocumentTemplate?)null);
        foreach (var one in used)
        {
            if (!_read.TryGetValue(one.Id, out var known) && await db.ReportTemplates.AsNoTracking().FirstOrDefaultAsync(t => t.Id == one.Id, cancel) is { } row) _read[one.Id] = known = UploadTemplate.Check(row.Kind, row.Read());
            (deck, document) = (known as DeckTemplate ?? deck, known as DocumentTemplate ?? document);
        }
        return new CompanyLook(deck, document);
    }
}
