using Microsoft.EntityFrameworkCore;
using Showrunner.Creators.Persons;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Creators.Contacts;

/// <summary>How a person is reached under all his handles, and what he said about it.</summary>
public static class ShowContacts
{
    /// <param name="Source">import:NUMBER, or empty where a person typed it.</param>
    /// <param name="Under">The handle it was told of.</param>
    public sealed record Contact(long Id, string Channel, string Value, string Source, DateTimeOffset AddedAt, string By, string Under);
    /// <param name="Since">When he said it.</param>
    /// <param name="Source">Where he said it.</param>
    public sealed record Consent(string Channel, string State, DateTimeOffset Since, string Source, DateTimeOffset RecordedAt, string By);
    /// <param name="Consents">What holds now, by channel; a channel that is not there is unknown.</param>
    /// <param name="History">Everything that was recorded, newest first.</param>
    public sealed record Response(IReadOnlyList<Contact> Contacts, IReadOnlyDictionary<string, Consent> Consents, IReadOnlyList<Consent> History);

    public static async Task<Response> Handle(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(CreatorsRoom.Contacts);
        var found = await PersonDesk.Find(id, db, actor, cancel);
        var handles = await db.Creators.Where(c => c.Id == (found.MergedIntoId ?? found.Id) || c.MergedIntoId == (found.MergedIntoId ?? found.Id)).ToDictionaryAsync(c => c.Id, c => c.Handle, cancel);
        var rows = handles.Keys.ToList();
        var contacts = await db.CreatorContacts.AsNoTracking().Where(c => rows.Contains(c.CreatorId)).ToListAsync(cancel);
        var consents = await db.CreatorConsents.AsNoTracking().Where(c => rows.Contains(c.CreatorId)).ToListAsync(cancel);
        var history = consents.OrderByDescending(c => c.Since).ThenByDescending(c => c.Id).Select(c => new Consent(c.Channel, c.State, c.Since, c.Source, c.RecordedAt, c.PersonName)).ToList();
        return new Response(
            [.. contacts.OrderBy(c => ContactChannel.All.ToList().IndexOf(c.Channel)).ThenBy(c => c.Id).Select(c => new Contact(c.Id, c.Channel, c.Value, c.Source, c.AddedAt, c.PersonName, handles[c.CreatorId]))],
            history.GroupBy(c => c.Channel).ToDictionary(g => g.Key, g => g.First()), history);
    }
}
