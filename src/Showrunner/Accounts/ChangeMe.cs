using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>One's own name, language and time zone.</summary>
public static class ChangeMe
{
    public sealed record Request(string Name, string Language, string TimeZone);

    public static async Task Handle(Request request, AppDb db, CurrentActor current, CancellationToken cancel)
    {
        if (current.Session is not { } session) throw new Refused("not_allowed");
        var person = await db.People.SingleAsync(p => p.Id == session.PersonId, cancel);
        person.Rename(request.Name);
        person.Prefer(request.Language, request.TimeZone);
        db.Audit(current.Needed, "person.preferences_changed", person, new { person.Name, person.Language, person.TimeZone });
        await db.SaveChangesAsync(cancel);
    }
}
