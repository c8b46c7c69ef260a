using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Creators.Persons;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Creators.Contacts;

/// <summary>Forgets a contact for good.</summary>
public static class RemoveContact
{
    public static async Task Handle(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(CreatorsRoom.Contacts);
        var contact = await db.CreatorContacts.FirstOrDefaultAsync(c => c.Id == id, cancel) ?? throw new Refused("not_found");
        var creator = await PersonDesk.Find(contact.CreatorId, db, actor, cancel);
        db.Remove(contact);
        db.Audit(actor, "contact.removed", creator, new { creator.Handle, contact.Channel });
        await db.SaveChangesAsync(cancel);
    }
}
