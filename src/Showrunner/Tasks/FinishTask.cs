using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Tasks;

/// <summary>Done, or after all not. Twice changes nothing.</summary>
public static class FinishTask
{
    public static async Task Handle(long id, bool done, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(TasksRoom.Work);
        var task = await ListTasks.Visible(db, actor).SingleOrDefaultAsync(t => t.Id == id, cancel) ?? throw new Refused("not_found");
        if (done == task.DoneAt is not null) return;
        if (done) task.Finish(clock.GetUtcNow());
        else task.Reopen();
        db.Audit(actor, done ? "task.finished" : "task.reopened", task, new { task.Title });
        await db.SaveChangesAsync(cancel);
    }
}
