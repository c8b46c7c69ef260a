using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Creators.Contacts;

/// <summary>Contacts of several persons for a file: those of all their handles, without channels that they withdrew.</summary>
internal static class ContactCells
{
    /// <summary>By person and channel. Read at once while a file is written, row by row.</summary>
    public static ILookup<(long Person, string Channel), string> Of(IReadOnlyList<long> persons, AppDb db)
    {
        var handles = db.Creators.Where(c => persons.Contains(c.MergedIntoId ?? c.Id)).Select(c => new { c.Id, Person = c.MergedIntoId ?? c.Id }).ToDictionary(c => c.Id, c => c.Person);
        var rows = handles.Keys.ToList();
        var consents = db.CreatorConsents.AsNoTracking().Where(c => rows.Contains(c.CreatorId)).ToList();
        var withdrawn = consents.GroupBy(c => (handles[c.CreatorId], c.Channel)).Where(g => g.OrderBy(c => c.Since).ThenBy(c => c.Id).Last().State == CreatorConsent.Withdrawn).Select(g => g.Key).ToHashSet();
        return db.CreatorContacts.AsNoTracking().Where(c => rows.Contains(c.CreatorId)).OrderBy(c => c.Id).ToList()
            .Where(c => !withdrawn.Contains((handles[c.CreatorId], c.Channel))).ToLookup(c => (handles[c.CreatorId], c.Channel), c => c.Value);
    }
}
