using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Creators.Same;

/// <summary>Says that two creators are two people, or leaves it open again. Merging is a matter of its own. Twice changes nothing.</summary>
public static class DecideSame
{
    /// <param name="State">different or open.</param>
    public sealed record Request(string? State);

    public static async Task Handle(long id, Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(CreatorsRoom.Manage);
        var pairs = actor.MarketIds is { } markets ? db.SamePersons.Where(s => markets.Contains(s.MarketId)) : db.SamePersons;
        var same = await pairs.SingleOrDefaultAsync(s => s.Id == id, cancel) ?? throw new Refused("not_found");
        if (same.State == request.State) return;
        if (request.State is not (SamePerson.Different or SamePerson.Open)) throw new Refused("same_state", request.State);
        if (same.State == SamePerson.Merged) throw new Refused("same_merged_already");
        same.Decide(request.State, actor, clock.GetUtcNow());
        db.Audit(actor, "same." + request.State, same, new { same.FirstId, same.SecondId });
        await db.SaveChangesAsync(cancel);
    }
}
