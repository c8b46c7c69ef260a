using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Tasks;

/// <summary>Gives someone, or oneself, something to do.</summary>
public static class AddTask
{
    /// <param name="Market">Code.</param>
    /// <param name="PersonId">Who is to do it; the person who asks where none is named.</param>
    /// <param name="SubjectPath">Page of the record it is about.</param>
    public sealed record Request(string? Market, string? Title, DateOnly? DueDay, string? Note = null, long? PersonId = null, string? SubjectPath = null, string? SubjectName = null);
    public sealed record Response(long Id);

    public static async Task<Response> Handle(Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(TasksRoom.Work);
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Code == request.Market, cancel);
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("not_found");
        var person = await Assignee(request.PersonId ?? actor.PersonId, market, db, actor, cancel);
        var task = new TeamTask
        {
            MarketId = market.Id,
            SubjectPath = LocalPath.Or(request.SubjectPath, ""),
            SubjectName = LocalPath.IsLocal(request.SubjectPath) ? (request.SubjectName ?? "").Trim() : "",
            AuthorId = actor.PersonId,
            AuthorName = actor.Name,
            CreatedAt = clock.GetUtcNow(),
        };
        task.Plan(request.Title, request.Note, request.DueDay ?? throw new Refused("task_due"), person);
        db.Add(task);
        db.Audit(actor, "task.added", task, new { task.Title, task.DueDay, person, task.SubjectPath });
        await db.SaveChangesAsync(cancel);
        return new Response(task.Id);
    }

    /// <summary>Somebody who works here and sees the market.</summary>
    internal static async Task<long> Assignee(long? personId, Market market, AppDb db, Actor actor, CancellationToken cancel)
    {
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId && p.DisabledAt == null, cancel) ?? throw new Refused("task_person");
        if (!person.SeesMarket(market.Id)) throw new Refused("task_person_outside", person.Name, market.Name(actor.Language));
        return person.Id;
    }
}
