using Microsoft.EntityFrameworkCore;
using Showrunner.Creators.Past;
using Showrunner.Data;
using Showrunner.Web;

namespace Showrunner.Creators.Persons;

/// <summary>When a creator was merged with whom, and parted again.</summary>
internal sealed class MergeTimeline(AppDb db, Say say) : ITimelineSource
{
    public async Task<IReadOnlyList<Happening>> Read(TimelineQuestion question, CancellationToken cancel)
    {
        var merges = await (from merge in db.CreatorMerges.AsNoTracking()
                            join creator in db.Creators on merge.CreatorId equals creator.Id
                            join person in db.Creators on merge.IntoId equals person.Id
                            where question.Handles.Contains(merge.CreatorId) || question.Handles.Contains(merge.IntoId)
                            select new { merge, creator.Handle, Into = person.Handle }).ToListAsync(cancel);
        var all = merges.Select(m => new Happening(m.merge.MergedAt, say["creators.past.merged", m.Handle, m.Into], m.merge.PersonName))
            .Concat(merges.Where(m => m.merge.UndoneAt is not null).Select(m => new Happening(m.merge.UndoneAt!.Value, say["creators.past.parted", m.Handle, m.Into], m.merge.UndoneBy)));
        return [.. all.Where(h => question.Before is not { } before || h.At < before).OrderByDescending(h => h.At).Take(question.Take)];
    }
}
