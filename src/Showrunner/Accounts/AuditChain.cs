using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Showrunner.Data;

namespace Showrunner.Accounts;

/// <summary>
/// Writes noted audit lines behind the change they tell of, in its transaction. Writers queue for the last link:
/// on SQLite a transaction holds the only write lock from its first statement, on PostgreSQL there is a lock of its own.
/// </summary>
internal sealed partial class AuditChain(TimeProvider clock) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        Waiting(eventData.Context) is null ? result : throw new InvalidOperationException("Audited changes are saved with SaveChangesAsync.");

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Waiting(eventData.Context) is { } draft && eventData.Context!.Database.CurrentTransaction is null)
            draft.Own = await eventData.Context.Database.BeginTransactionAsync(cancellationToken);
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (Waiting(eventData.Context) is not { } draft) return result;
        var db = (AppDb)eventData.Context!;
        var lines = draft.Lines;
        draft.Lines = [];
        try
        {
            await Append(db, lines, cancellationToken);
            if (draft.Own is not null) await draft.Own.CommitAsync(cancellationToken);
        }
        finally { await Close(draft); }
        return result;
    }

    public override async Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is null || !AuditLines.Drafts.TryGetValue(eventData.Context, out var draft)) return;
        draft.Lines = [];
        await Close(draft);
    }

    private async Task Append(AppDb db, List<AuditLines.Line> lines, CancellationToken cancel)
    {
        await Lock(db, cancel);
        var last = await db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Id).Select(e => e.Hash).FirstOrDefaultAsync(cancel) ?? "";
        // One by one: the database numbers entries in the order it gets them, and a batch does not promise its order.
        foreach (var line in lines)
        {
            var (type, id) = Named(db, line.Subject);
            var entry = AuditEntry.Seal(clock.GetUtcNow(), line.Actor.Name, line.Actor.PersonId, line.Action, type, id, line.Details, last);
            db.AuditEntries.Add(entry);
            await db.SaveChangesAsync(cancel);
            last = entry.Hash;
        }
    }

    private static (string Type, string Id) Named(AppDb db, object subject)
    {
        if (subject is ValueTuple<string, string> pair) return pair;
        var entry = db.Entry(subject);
        var key = entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Convert.ToString(entry.Property(p.Name).CurrentValue, System.Globalization.CultureInfo.InvariantCulture));
        return (Names.Snake(entry.Metadata.ClrType.Name), string.Join('/', key));
    }

    private static AuditLines.Draft? Waiting(DbContext? db) =>
        db is not null && AuditLines.Drafts.TryGetValue(db, out var draft) && draft.Lines.Count > 0 ? draft : null;

    private static async Task Close(AuditLines.Draft draft)
    {
        if (draft.Own is null) return;
        await draft.Own.DisposeAsync(); // rolls back what was not committed
        draft.Own = null;
    }
}
