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
    // Asked at every request: translated once.
    private static readonly OncePerDatabase<Func<AppDb, string, CancellationToken, Task<Found<Session>?>>> SessionOf = new(() => EF.CompileAsyncQuery((AppDb db, string hash, CancellationToken _) =>
        (from session in db.Set<Session>().AsNoTracking() join person in db.Set<Person>().AsNoTracking() on session.PersonId equals person.Id where session.TokenHash == hash select new Found<Session>(session, person)).FirstOrDefault()));
    private static readonly OncePerDatabase<Func<AppDb, string, CancellationToken, Task<Found<ApiKey>?>>> KeyOf = new(() => EF.CompileAsyncQuery((AppDb db, string hash, CancellationToken _) =>
        (from key in db.Set<ApiKey>().AsNoTracking() join person in db.Set<Person>().AsNoTracking() on key.PersonId equals person.Id where key.KeyHash == hash select new Found<ApiKey>(key, person)).FirstOrDefault()));

    private sealed record Found<T>(T By, Person Person);

    public Actor ActorOf(Person person) => new(person.Id, person.Name, person.Language, permissions.Of(person.Role), person.MarketIds);

    public async Task<CurrentActor?> BySession(string token, CancellationToken cancel)
    {
        var found = await SessionOf.For(db)(db, Secret.Hash(token), cancel);
        if (found is null || !found.By.IsOpen(found.Person, clock.GetUtcNow())) return null;
        var entered = new CurrentActor();
        entered.Enter(ActorOf(found.Person), found.Person, found.By, null);
        return entered;
    }

    public async Task<CurrentActor?> ByKey(string secret, CancellationToken cancel)
    {
        var found = await KeyOf.For(db)(db, Secret.Hash(secret), cancel);
        if (found is null || !found.By.IsOpen(clock.GetUtcNow()) || found.Person.DisabledAt is not null) return null;
        var (key, owner) = found;
        // The owner may have lost rights since: a key is what both allow.
        var allowed = permissions.Of(owner.Role).Intersect(key.ScopeCodes).ToHashSet();
        var actor = new Actor(owner.Id, $"{owner.Name} ({key.Name})", owner.Language, allowed, Both(owner.MarketIds, key.MarketIds));
        var entered = new CurrentActor();
        entered.Enter(actor, owner, null, key);
        return entered;
    }

    private static IReadOnlyList<long>? Both(IReadOnlyList<long>? left, IReadOnlyList<long>? right) =>
        left is null ? right : right is null ? left : [.. left.Intersect(right)];
}
