using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Matching.Scenarios;

/// <summary>Throws a scenario away; one with accepted offers stays, because what comes of them is held against it.</summary>
public static class DeleteScenario
{
    public static async Task Handle(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.Plan);
        var scenario = await SaveScenario.Own(id, db, actor, cancel);
        if (await db.PlannedOffers.AnyAsync(o => o.ScenarioId == id && o.AcceptedDay != null, cancel)) throw new Refused("scenario_accepted", scenario.Name);
        db.RemoveRange(await db.PlannedOffers.Where(o => o.ScenarioId == id).ToListAsync(cancel));
        db.Remove(scenario);
        db.Audit(actor, "scenario.deleted", scenario, new { scenario.Name });
        await db.SaveChangesAsync(cancel);
    }
}
