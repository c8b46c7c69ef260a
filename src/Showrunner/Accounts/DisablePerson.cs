using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>Closes the door for a person, or opens it again: sessions, keys and links stop at once; nothing is deleted.</summary>
public static class DisablePerson
{
    public static async Task Handle(long id, bool disabled, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(AccountsRoom.ManagePeople);
        await using var alone = await db.BeginAlone(cancel);
        var person = await ChangePerson.Find(id, db, cancel);
        if (person.DisabledAt is not null == disabled) return;
        if (disabled)
        {
            if (person.Id == actor.PersonId) throw new Refused("not_yourself");
            if (person.Role == Role.Admin) await ChangePerson.MustLeaveAnAdmin(person, db, cancel);
            person.Disable(clock.GetUtcNow());
        }
        else person.Enable();
        db.Audit(actor, disabled ? "person.disabled" : "person.enabled", person);
        await db.SaveChangesAsync(cancel);
        await alone.CommitAsync(cancel);
    }
}
