using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Tasks;

/// <summary>Who may be given a task of a market.</summary>
public static class ListAssignees
{
    public sealed record Response(long Id, string Name);

    public static async Task<IReadOnlyList<Response>> Handle(string? market, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(TasksRoom.Work);
        var id = await db.Markets.Where(m => m.Code == market).Select(m => (long?)m.Id).FirstOrDefaultAsync(cancel);
        if (id is not { } marketId || !actor.SeesMarket(marketId)) throw new Refused("not_found");
        var people = await db.People.AsNoTracking().OrderBy(p => p.Name).ToListAsync(cancel);
        return [.. people.Where(p => p.WorksIn(marketId)).Select(p => new Response(p.Id, p.Name))];
    }
}
