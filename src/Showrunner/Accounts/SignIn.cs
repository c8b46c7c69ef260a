using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>Opens a session. Unknown, disabled, locked and wrong all get the same answer after the same work.</summary>
public static class SignIn
{
    public sealed record Request(string Email, string Password);
    public sealed record Response(long PersonId, string Token);

    public static async Task<Response> Handle(Request request, AppDb db, Passwords passwords, Visitors visitors, TimeProvider clock, CancellationToken cancel)
    {
        var (person, mayTry) = await CountAttempt(db, Person.KeyOf(request.Email), clock, cancel);
        var fits = passwords.Fits(person?.PasswordHash, request.Password);
        if (person is null || !mayTry || !fits)
        {
            if (person is { FailedAttempts: > 0 } && mayTry && person.IsLocked(clock.GetUtcNow()))
            {
                db.Audit(Actor.Program("sign-in"), "person.locked", person, new { person.FailedAttempts, person.LockedUntil });
                await db.SaveChangesAsync(cancel);
            }
            throw new Refused("sign_in_failed");
        }
        person.Succeed();
        var token = await Open(person, db, clock, cancel);
        db.Audit(visitors.ActorOf(person), "person.signed_in", person);
        await db.SaveChangesAsync(cancel);
        return new Response(person.Id, token);
    }

    /// <summary>Adds a session to what will be saved, and removes the person's expired ones.</summary>
    internal static async Task<string> Open(Person person, AppDb db, TimeProvider clock, CancellationToken cancel)
    {
        var (token, now) = (Secret.New(), clock.GetUtcNow());
        var idle = now - Session.Idle;
        db.Sessions.RemoveRange(await db.Sessions.Where(s => s.PersonId == person.Id && (s.ExpiresAt < now || s.LastSeenAt < idle)).ToListAsync(cancel));
        db.Sessions.Add(Session.Open(person, token, now));
        return token;
    }

    private static async Task<(Person? Person, bool MayTry)> CountAttempt(AppDb db, string emailKey, TimeProvider clock, CancellationToken cancel)
    {
        while (true)
        {
            var person = await db.People.SingleOrDefaultAsync(p => p.EmailKey == emailKey, cancel);
            if (person is null || person.DisabledAt is not null || !person.BeginAttempt(clock.GetUtcNow())) return (person, false);
            try
            {
                await db.SaveChangesAsync(cancel);
                return (person, true);
            }
            catch (DbUpdateConcurrencyException) { db.ChangeTracker.Clear(); } // another guess was counted meanwhile: look again
        }
    }
}
