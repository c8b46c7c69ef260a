using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Creators.Persons;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Creators.Contacts;

/// <summary>Notes how a creator is reached. Twice changes nothing.</summary>
public static class AddContact
{
    /// <param name="Channel">See <see cref="ContactChannel.All"/>.</param>
    /// <param name="Value">The number, address or name.</param>
    public sealed record Request(string? Channel, string? Value);

    public static async Task<long> Handle(long id, Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(CreatorsRoom.Contacts);
        var creator = await PersonDesk.Find(id, db, actor, cancel);
        var contact = CreatorContact.Add(creator, request.Channel, request.Value, actor, clock.GetUtcNow());
        var known = await db.CreatorContacts.FirstOrDefaultAsync(c => c.CreatorId == id && c.Channel == contact.Channel && c.ValueKey == contact.ValueKey, cancel);
        if (known is not null) return known.Id;
        db.Add(contact);
        db.Audit(actor, "contact.added", creator, new { creator.Handle, contact.Channel }); // the trail is kept for good, the contact is not
        await db.SaveChangesAsync(cancel);
        return contact.Id;
    }
}
