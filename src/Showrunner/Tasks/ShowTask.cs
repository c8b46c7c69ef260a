using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Tasks;

/// <summary>One task, open or done.</summary>
public static class ShowTask
{
    public static async Task<ListTasks.Item> Handle(long id, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(TasksRoom.Work);
        var found = await ListTasks.Items(ListTasks.Visible(db, actor).Where(t => t.Id == id), db, clock, cancel);
        return found is [var task] ? task : throw new Refused("not_found");
    }
}
