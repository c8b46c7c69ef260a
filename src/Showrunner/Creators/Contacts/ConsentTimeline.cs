using Microsoft.EntityFrameworkCore;
using Showrunner.Creators.Past;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Creators.Contacts;

/// <summary>What a creator said about being written to; only to those who may see contacts.</summary>
internal sealed class ConsentTimeline(AppDb db, Actor actor, Say say) : ITimelineSource
{
    public async Task<IReadOnlyList<Happening>> Read(TimelineQuestion question, CancellationToken cancel)
    {
        if (!actor.May(CreatorsRoom.Contacts)) return [];
        var consents = db.CreatorConsents.AsNoTracking().Where(c => question.Handles.Contains(c.CreatorId));
        if (question.Before is { } before) consents = consents.Where(c => c.Since < before);
        var found = await consents.OrderByDescending(c => c.Since).Take(question.Take).ToListAsync(cancel);
        return [.. found.Select(c => new Happening(c.Since, say["creators.past.consent", say["contact.channel." + c.Channel], say["consent." + c.State]], c.Source.Length > 0 ? $"{c.Source} · {c.PersonName}" : c.PersonName))];
    }
}
