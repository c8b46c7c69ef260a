using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Goals;

public static class DeleteGoal
{
    public static async Task Handle(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(GoalsRoom.Set);
        var goal = await SetGoal.Own(id, db, actor, cancel);
        db.Remove(goal);
        db.Audit(actor, "goal.deleted", goal, new { goal.Metric, goal.Sense, goal.Name, goal.FromDay, goal.ToDay, goal.Target });
        await db.SaveChangesAsync(cancel);
    }
}
