using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Lives;

/// <summary>One show of the plan.</summary>
public static class ShowPlannedShow
{
    public static async Task<ListShows.Item> Handle(long id, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.See);
        var show = await ListShows.Visible(db, actor).AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancel) ?? throw new Refused("not_found");
        return (await ListShows.Items([show], db, actor, clock.GetUtcNow(), cancel))[0];
    }
}
