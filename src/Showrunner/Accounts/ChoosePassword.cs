using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>Opens an invitation or a reset link: the person sets a password and is signed in here, and nowhere else.</summary>
public static class ChoosePassword
{
    /// <param name="Purpose"><see cref="OneTimeLink.Invite"/> or <see cref="OneTimeLink.Reset"/>.</param>
    /// <param name="Token">From the address.</param>
    /// <param name="Password">The new one.</param>
    /// <param name="Language">Left out: stays as it is.</param>
    public sealed record Request(string Purpose, string Token, string Password, string? Language = null);

    public static async Task<SignIn.Response> Handle(Request request, AppDb db, Passwords passwords, Visitors visitors, TimeProvider clock, CancellationToken cancel)
    {
        var (link, found) = await FindLink.Handle(request.Purpose, request.Token, db, clock, cancel);
        var person = found ?? throw new Refused("link_unknown");
        person.SetPassword(passwords.Hash(request.Password));
        if (request.Language is { Length: > 0 } language) person.Prefer(language, person.TimeZone);
        link.Use(clock.GetUtcNow());
        db.Sessions.RemoveRange(await db.Sessions.Where(s => s.PersonId == person.Id).ToListAsync(cancel));
        var token = await SignIn.Open(person, db, clock, cancel);
        db.Audit(visitors.ActorOf(person), request.Purpose == OneTimeLink.Invite ? "person.joined" : "person.password_reset", person);
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateConcurrencyException) { throw new Refused("link_used"); }
        return new SignIn.Response(person.Id, token);
    }
}
