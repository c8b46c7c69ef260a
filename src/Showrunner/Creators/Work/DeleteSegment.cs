using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Creators.Work;

/// <summary>Forgets a segment that no other asks for; its creators stay as they are.</summary>
public static class DeleteSegment
{
    public static async Task Handle(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(CreatorsRoom.Manage);
        await using var alone = await db.BeginAlone(cancel);
        var segment = await db.Segments.FirstOrDefaultAsync(s => s.Id == id, cancel);
        if (segment is null || !actor.SeesMarket(segment.MarketId)) throw new Refused("not_found");
        var others = await db.Segments.AsNoTracking().Where(s => s.MarketId == segment.MarketId && s.Id != id).ToListAsync(cancel);
        if (others.Where(o => o.Within.Contains(id)).Select(o => o.Name).ToList() is { Count: > 0 } users) throw new Refused("segment_in_use", segment.Name, string.Join(", ", users));
        db.Remove(segment);
        db.Audit(actor, "segment.deleted", segment, new { segment.Name, segment.Query });
        await db.SaveChangesAsync(cancel);
        await alone.CommitAsync(cancel);
    }
}
