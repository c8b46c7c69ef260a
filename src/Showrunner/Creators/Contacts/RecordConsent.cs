using Showrunner.Accounts;
using Showrunner.Creators.Persons;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Creators.Contacts;

/// <summary>Notes what a creator said about being written to. What he said before stays in the history.</summary>
public static class RecordConsent
{
    /// <param name="Channel">See <see cref="ContactChannel.All"/>.</param>
    /// <param name="State">given, withdrawn or unknown.</param>
    /// <param name="Since">When he said it; now where it is not told.</param>
    /// <param name="Source">Where he said it.</param>
    public sealed record Request(string? Channel, string? State, DateTimeOffset? Since = null, string? Source = null);

    public static async Task Handle(long id, Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(CreatorsRoom.Contacts);
        var creator = await PersonDesk.Find(id, db, actor, cancel);
        var consent = CreatorConsent.Record(creator, request.Channel, request.State, request.Since, request.Source, actor, clock.GetUtcNow());
        db.Add(consent);
        db.Audit(actor, "consent.recorded", creator, new { creator.Handle, consent.Channel, consent.State, consent.Source });
        await db.SaveChangesAsync(cancel);
    }
}
