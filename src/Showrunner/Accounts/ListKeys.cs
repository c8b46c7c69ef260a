using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>One's own keys; whoever manages people sees everyone's.</summary>
public static class ListKeys
{
    public sealed record Response(
        long Id, string Name, string Prefix, string Owner, IReadOnlyList<string> Scopes, IReadOnlyList<string>? Markets,
        DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, string State);

    public static async Task<List<Response>> Handle(AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(AccountsRoom.ManageKeys);
        var codes = await db.Markets.ToDictionaryAsync(m => m.Id, m => m.Code, cancel);
        var rows = await (from key in Visible(db, actor).AsNoTracking()
                          join owner in db.People on key.PersonId equals owner.Id
                          orderby key.Id descending
                          select new { key, owner.Name }).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        return [.. rows.Select(r => new Response(r.key.Id, r.key.Name, r.key.Prefix, r.Name, r.key.ScopeCodes,
            r.key.MarketIds?.Select(id => codes.GetValueOrDefault(id, "?")).ToList(), r.key.CreatedAt, r.key.ExpiresAt, r.key.LastUsedAt,
            r.key.RevokedAt is not null ? "revoked" : r.key.IsOpen(now) ? "active" : "expired"))];
    }

    internal static IQueryable<ApiKey> Visible(AppDb db, Actor actor) =>
        actor.May(AccountsRoom.ManagePeople) ? db.ApiKeys : db.ApiKeys.Where(k => k.PersonId == actor.PersonId);
}
