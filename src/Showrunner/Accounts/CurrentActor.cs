using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>Who this request comes from; filled by <see cref="SignInScheme"/>, read as <see cref="Actor"/> by slices.</summary>
public sealed class CurrentActor
{
    public Actor? Actor { get; private set; }
    public Person? Person { get; private set; }
    public Session? Session { get; private set; }
    public ApiKey? Key { get; private set; }

    public void Enter(Actor actor, Person person, Session? session, ApiKey? key) => (Actor, Person, Session, Key) = (actor, person, session, key);
    public Actor Needed => Actor ?? throw new Refused("sign_in_first");
}

/// <summary>Finds the person behind a session's or a key's secret.</summary>
public sealed class Visitors(AppDb db, Permissions permissions, TimeProvider clock)
{
    public Actor ActorOf(Person person) => new(person.Id, person.Name, person.Language, permissions.Of(person.Role), person.MarketIds);

    public async Task<CurrentActor?> BySession(string token, CancellationToken cancel)
    {
        var hash = Secret.Hash(token);
        var found = await (from session in db.Sessions.AsNoTracking()
                           join person in db.People.AsNoTracking() on session.PersonId equals person.Id
                           where session.TokenHash == hash
                           select new { session, person }).FirstOrDefaultAsync(cancel);
        if (found is null || !found.session.IsOpen(found.person, clock.GetUtcNow())) return null;
        var entered = new CurrentActor();
        entered.Enter(ActorOf(found.person), found.person, found.session, null);
        return entered;
    }

    public async Task<CurrentActor?> ByKey(string secret, CancellationToken cancel)
    {
        var hash = Secret.Hash(secret);
        var found = await (from key in db.ApiKeys.AsNoTracking()
                           join person in db.People.AsNoTracking() on key.PersonId equals person.Id
                           where key.KeyHash == hash
                           select new { key, person }).FirstOrDefaultAsync(cancel);
        if (found is null || !found.key.IsOpen(clock.GetUtcNow()) || found.person.DisabledAt is not null) return null;
        var (key2, owner) = (found.key, found.person);
        // The owner may have lost rights since: a key is what both allow.
        var allowed = permissions.Of(owner.Role).Intersect(key2.ScopeCodes).ToHashSet();
        var actor = new Actor(owner.Id, $"{owner.Name} ({key2.Name})", owner.Language, allowed, Both(owner.MarketIds, key2.MarketIds));
        var entered = new CurrentActor();
        entered.Enter(actor, owner, null, key2);
        return entered;
    }

    private static IReadOnlyList<long>? Both(IReadOnlyList<long>? left, IReadOnlyList<long>? right) =>
        left is null ? right : right is null ? left : [.. left.Intersect(right)];
}
