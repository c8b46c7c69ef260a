using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Tasks;

/// <summary>Another day, another person, other words.</summary>
public static class ChangeTask
{
    public sealed record Request(string? Title, DateOnly? DueDay, string? Note, long? PersonId);

    public static async Task Handle(long id, Request request, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(TasksRoom.Work);
        var task = await ListTasks.Visible(db, actor).SingleOrDefaultAsync(t => t.Id == id, cancel) ?? throw new Refused("not_found");
        var market = await db.Markets.SingleAsync(m => m.Id == task.MarketId, cancel);
        var person = await AddTask.Assignee(request.PersonId ?? task.PersonId, market, db, actor, cancel);
        var before = new { task.Title, task.DueDay, task.PersonId };
        task.Plan(request.Title, request.Note, request.DueDay ?? throw new Refused("task_due"), person);
        db.Audit(actor, "task.changed", task, new { before, after = new { task.Title, task.DueDay, task.PersonId } });
        await db.SaveChangesAsync(cancel);
    }
}
