using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>Everyone who works here, by name.</summary>
public static class ListPeople
{
    /// <summary>Markets is null for all of them. State is active, invited, locked or disabled.</summary>
    public sealed record Response(long Id, string Name, string Email, string Role, IReadOnlyList<string>? Markets, string Language, string State, DateTimeOffset? LastSeenAt);

    public static async Task<List<Response>> Handle(AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(AccountsRoom.ManagePeople);
        var seen = await db.Sessions.GroupBy(s => s.PersonId).Select(g => new { g.Key, Last = g.Max(s => s.LastSeenAt) }).ToDictionaryAsync(g => g.Key, g => g.Last, cancel);
        var codes = await db.Markets.ToDictionaryAsync(m => m.Id, m => m.Code, cancel);
        var people = await db.People.AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        return [.. people.Select(p => new Response(p.Id, p.Name, p.Email, p.Role, p.MarketIds?.Select(id => codes.GetValueOrDefault(id, "?")).ToList(),
            p.Language, State(p, now), seen.TryGetValue(p.Id, out var last) ? last : null))];
    }

    private static string State(Person person, DateTimeOffset now) =>
        person.DisabledAt is not null ? "disabled" : person.IsInvited ? "invited" : person.IsLocked(now) ? "locked" : "active";
}
