using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>Adds a person without a password; the answer holds the link to hand over, which is shown only now.</summary>
public static class InvitePerson
{
    /// <param name="Name">As colleagues write it.</param>
    /// <param name="Email">Signs in with it.</param>
    /// <param name="Role">admin, manager, analyst or viewer.</param>
    /// <param name="Markets">Codes such as VN; null for all markets.</param>
    /// <param name="Language">Of the first page he sees; the inviter's when left out.</param>
    public sealed record Request(string Name, string Email, string Role, IReadOnlyList<string>? Markets = null, string? Language = null);
    public sealed record Response(long PersonId, string Link);

    public static async Task<Response> Handle(Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(AccountsRoom.ManagePeople);
        var person = Person.Create(request.Name, request.Email, request.Language ?? actor.Language, clock.GetUtcNow());
        person.Assign(request.Role, await MarketIds(request.Markets, db, cancel));
        if (await db.People.AnyAsync(p => p.EmailKey == person.EmailKey, cancel)) throw new Refused("email_taken", person.Email);
        db.People.Add(person);
        db.Audit(actor, "person.invited", person, new { person.Name, person.Email, person.Role, request.Markets });
        await using var change = await db.Database.BeginTransactionAsync(cancel);
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateException taken) when (taken is not DbUpdateConcurrencyException) { throw new Refused("email_taken", person.Email); }
        var link = await NewLink(OneTimeLink.Invite, person, db, clock, cancel);
        await db.SaveChangesAsync(cancel);
        await change.CommitAsync(cancel);
        return new Response(person.Id, link);
    }

    /// <summary>A fresh link for a person; the ones before it stop working.</summary>
    internal static async Task<string> NewLink(string purpose, Person person, AppDb db, TimeProvider clock, CancellationToken cancel)
    {
        var (token, now) = (Secret.New(), clock.GetUtcNow());
        await db.OneTimeLinks.Where(l => l.PersonId == person.Id && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.ExpiresAt, now), cancel);
        db.OneTimeLinks.Add(OneTimeLink.Create(purpose, token, person.Id, now));
        return OneTimeLink.Path(purpose, token);
    }

    internal static async Task<IReadOnlyCollection<long>?> MarketIds(IReadOnlyList<string>? codes, AppDb db, CancellationToken cancel)
    {
        if (codes is null) return null;
        var known = await db.Markets.ToDictionaryAsync(m => m.Code, m => m.Id, cancel);
        return [.. codes.Select(code => known.TryGetValue(code, out var id) ? id : throw new Refused("market_unknown", code))];
    }
}
