using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>One's own password. Every other session of the person ends; this one goes on.</summary>
public static class ChangePassword
{
    public sealed record Request(string Current, string New);

    public static async Task Handle(Request request, AppDb db, CurrentActor current, Passwords passwords, CancellationToken cancel)
    {
        // A key may not take over its owner's account.
        if (current.Session is not { } session) throw new Refused("not_allowed");
        var person = await db.People.SingleAsync(p => p.Id == session.PersonId, cancel);
        if (!passwords.Fits(person.PasswordHash, request.Current)) throw new Refused("password_wrong");
        person.SetPassword(passwords.Hash(request.New));
        (await db.Sessions.SingleAsync(s => s.Id == session.Id, cancel)).Follow(person);
        db.Audit(current.Needed, "person.password_changed", person);
        await db.SaveChangesAsync(cancel);
    }
}
