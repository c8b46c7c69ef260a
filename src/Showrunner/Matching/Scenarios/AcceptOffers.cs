using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Tasks;

namespace Showrunner.Matching.Scenarios;

/// <summary>Takes a plan on, wholly or in part: each person gets one task with the offers that are his to make. What is accepted already is not accepted twice.</summary>
public static class AcceptOffers
{
    private const int MostTold = 30;

    public sealed record Pair(long CreatorId, long ProductId);

    /// <param name="Offers">Which; all where none are named.</param>
    /// <param name="DueDay">Until when they are to be made.</param>
    /// <param name="PersonId">Who makes the offers to creators without an owner; oneself where nobody is named.</param>
    public sealed record Request(IReadOnlyList<Pair>? Offers, DateOnly? DueDay, long? PersonId = null);
    public sealed record Response(int Accepted, int Already, IReadOnlyList<long> Tasks);

    public static async Task<Response> Handle(long id, Request request, AppDb db, Actor actor, Texts texts, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.Plan);
        var scenario = await SaveScenario.Own(id, db, actor, cancel);
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == scenario.MarketId, cancel);
        var due = request.DueDay ?? throw new Refused("task_due");
        var shown = await ShowScenario.Offers(id, db, cancel);
        var wanted = request.Offers is { } named ? named.Select(o => (o.CreatorId, o.ProductId)).ToHashSet() : [.. shown.Select(o => (o.CreatorId, o.ProductId))];
        var known = shown.Where(o => wanted.Contains((o.CreatorId, o.ProductId))).ToList();
        if (known.Count == 0) throw new Refused("scenario_nothing");
        if (known.Count < wanted.Count) throw new Refused("scenario_changed", wanted.Count - known.Count);
        var fresh = known.Where(o => o.AcceptedDay is null).ToList();
        if (fresh.Count == 0) return new Response(0, known.Count, []);
        var others = await AddTask.Assignee(request.PersonId ?? actor.PersonId, market, db, actor, cancel);
        var mayOwn = (await db.People.AsNoTracking().ToListAsync(cancel)).Where(p => p.WorksIn(market.Id)).Select(p => p.Id).ToHashSet();
        var today = market.Rules.DayOf(clock.GetUtcNow());
        var rows = (await db.PlannedOffers.Where(o => o.ScenarioId == id).ToListAsync(cancel)).ToDictionary(o => (o.CreatorId, o.ProductId));
        var tasks = new List<TeamTask>();
        foreach (var own in fresh.GroupBy(o => o.PersonId is { } person && mayOwn.Contains(person) ? person : others).OrderBy(g => g.Key))
        {
            foreach (var offer in own) rows[(offer.CreatorId, offer.ProductId)].Accept(today, own.Key);
            var task = new TeamTask { MarketId = market.Id, SubjectPath = SaveScenario.Page(id), SubjectName = scenario.Name, AuthorId = actor.PersonId, AuthorName = actor.Name, CreatedAt = clock.GetUtcNow() };
            var creators = own.Select(o => o.CreatorId).Distinct().Count();
            var said = string.Join('\n', own.GroupBy(o => o.Handle).Take(MostTold).Select(g => "@" + g.Key + ": " + string.Join(", ", g.Select(o => o.Product))));
            task.Plan(texts.Say(actor.Language, "match.task.title", creators, Short(scenario.Name)), said[..Math.Min(said.Length, TeamTask.LongestNote)], due, own.Key);
            tasks.Add(task);
        }
        db.AddRange(tasks);
        db.Audit(actor, "scenario.accepted", scenario, new { scenario.Name, Offers = fresh.Count, Tasks = tasks.Count, due });
        try { await db.SaveChangesAsync(cancel); }
        // Somebody else took one of them on at the same moment, or the plan was made again.
        catch (DbUpdateConcurrencyException) { throw new Refused("scenario_changed", fresh.Count); }
        return new Response(fresh.Count, known.Count - fresh.Count, [.. tasks.Select(t => t.Id)]);
    }

    private static string Short(string name) => name.Length <= 80 ? name : name[..79] + "…";
}
