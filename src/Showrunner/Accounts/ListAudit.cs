using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>The trail, newest first, a page at a time.</summary>
public static class ListAudit
{
    public const int PageSize = 50;

    /// <param name="PersonId">Only what this person did.</param>
    /// <param name="Action">Only this action.</param>
    /// <param name="Before">Entries older than this number.</param>
    public sealed record Request(long? PersonId = null, string? Action = null, long? Before = null);
    public sealed record Entry(long Id, DateTimeOffset At, string ActorName, long? PersonId, string Action, string SubjectType, string SubjectId, string Details, string Hash);
    public sealed record Response(IReadOnlyList<Entry> Entries, long? Next);

    public static async Task<Response> Handle(Request request, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(AccountsRoom.ReadAudit);
        IQueryable<AuditEntry> trail = db.AuditEntries;
        if (request.PersonId is { } person) trail = trail.Where(e => e.PersonId == person);
        if (!string.IsNullOrEmpty(request.Action)) trail = trail.Where(e => e.Action == request.Action);
        if (request.Before is { } before) trail = trail.Where(e => e.Id < before);
        var entries = await trail.OrderByDescending(e => e.Id).Take(PageSize + 1)
            .Select(e => new Entry(e.Id, e.At, e.ActorName, e.PersonId, e.Action, e.SubjectType, e.SubjectId, e.Details, e.Hash)).ToListAsync(cancel);
        return entries.Count <= PageSize ? new Response(entries, null) : new Response(entries[..PageSize], entries[PageSize - 1].Id);
    }
}
