using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Accounts;

/// <summary>Walks the trail from its first entry and names the first that does not fit.</summary>
public static class VerifyAudit
{
    /// <param name="Entries">How many were walked, the broken one included.</param>
    /// <param name="BrokenId">The first entry that does not fit; null when all do.</param>
    /// <param name="Problem">changed: its content is not what was sealed. gap: entries before it are gone or were put in.</param>
    /// <param name="Head">Hash of the last entry: kept elsewhere, it also proves that none was cut off the end.</param>
    public sealed record Response(long Entries, long? BrokenId, string? Problem, string Head)
    {
        public bool IsWhole => BrokenId is null;
    }

    public static async Task<Response> Handle(AppDb db, CancellationToken cancel)
    {
        var (count, last) = (0L, "");
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            if (!entry.IsIntact) return new Response(count, entry.Id, "changed", last);
            if (entry.PrevHash != last) return new Response(count, entry.Id, "gap", last);
            last = entry.Hash;
        }
        return new Response(count, null, null, last);
    }
}
