using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Creators.Listing;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Platform;

namespace Showrunner.Creators.Work;

/// <summary>Keeps a filter of the directory under a name, or gives a kept one another filter.</summary>
public static class SaveSegment
{
    /// <param name="Market">Code, e.g. VN.</param>
    /// <param name="Name">Shown in lists.</param>
    /// <param name="Query">The filter as it stands in the directory's address.</param>
    /// <param name="Id">The segment to change; null makes a new one.</param>
    public sealed record Request(string? Market, string Name, string Query, long? Id = null);
    public sealed record Response(long Id, string Name);

    public static async Task<Response> Handle(Request request, AppDb db, BoardDesk desk, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(CreatorsRoom.Manage);
        var open = await desk.Open(request.Market, cancel);
        // Alone: two people could otherwise close a circle from its two ends.
        await using var alone = await db.BeginAlone(cancel);
        var all = await db.Segments.Where(s => s.MarketId == open.Id).ToListAsync(cancel);
        var segment = request.Id is { } id ? all.Find(s => s.Id == id) ?? throw new Refused("segment_missing") : Segment.Create(open.Id);
        segment.Say(request.Name, CreatorFilter.Parse(request.Query), all, actor, clock.GetUtcNow());
        if (request.Id is null) db.Add(segment);
        db.Audit(actor, "segment.saved", segment, new { segment.Name, segment.Query });
        await db.SaveChangesAsync(cancel);
        await alone.CommitAsync(cancel);
        return new Response(segment.Id, segment.Name);
    }
}
