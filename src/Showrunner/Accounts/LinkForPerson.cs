using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>A fresh one-time link for someone who lost his password or his invitation. The old password works until the link is used.</summary>
public static class LinkForPerson
{
    public sealed record Response(string Link);

    public static async Task<Response> Handle(long id, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(AccountsRoom.ManagePeople);
        await using var change = await db.Database.BeginTransactionAsync(cancel);
        var person = await ChangePerson.Find(id, db, cancel);
        if (person.DisabledAt is not null) throw new Refused("person_disabled");
        var link = await InvitePerson.NewLink(person.IsInvited ? OneTimeLink.Invite : OneTimeLink.Reset, person, db, clock, cancel);
        db.Audit(actor, "person.link_given", person);
        await db.SaveChangesAsync(cancel);
        await change.CommitAsync(cancel);
        return new Response(link);
    }
}
