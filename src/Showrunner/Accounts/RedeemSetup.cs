using Showrunner.Data;

namespace Showrunner.Accounts;

/// <summary>The first person introduces himself, becomes admin and is signed in.</summary>
public static class RedeemSetup
{
    public sealed record Request(string Token, string Name, string Email, string Password, string Language);

    public static async Task<SignIn.Response> Handle(Request request, AppDb db, Passwords passwords, Visitors visitors, TimeProvider clock, CancellationToken cancel)
    {
        await using var alone = await db.BeginAlone(cancel);
        var (link, _) = await FindLink.Handle(OneTimeLink.Setup, request.Token, db, clock, cancel);
        var person = Person.Create(request.Name, request.Email, request.Language, clock.GetUtcNow());
        person.Assign(Role.Admin, null);
        person.SetPassword(passwords.Hash(request.Password));
        link.Use(clock.GetUtcNow());
        db.People.Add(person);
        await db.SaveChangesAsync(cancel);
        var token = await SignIn.Open(person, db, clock, cancel);
        db.Audit(visitors.ActorOf(person), "instance.set_up", person, new { person.Name, person.Email });
        await db.SaveChangesAsync(cancel);
        await alone.CommitAsync(cancel);
        return new SignIn.Response(person.Id, token);
    }
}
