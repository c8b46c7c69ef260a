using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives.Alerts.Telling;

/// <summary>Who hears of alerts, and how the last message went.</summary>
public static class ListRoutes
{
    /// <param name="Rule">Code; empty for every rule.</param>
    /// <param name="Person">Name; empty where a program is called.</param>
    /// <param name="Program">Host of the program's address; empty for a person.</param>
    /// <param name="State">Of the last message: waiting, sent, refused, given_up; null before the first.</param>
    /// <param name="IsGone">The person works here or sees this market no more, so nothing is sent.</param>
    public sealed record Item(long Id, string Market, string Rule, string Person, string Program, int AfterMinutes, string Author, bool IsGone, string? State, DateTimeOffset? LastAt, string Problem);

    public static async Task<IReadOnlyList<Item>> Handle(AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.Plan);
        var routes = await (from route in Visible(db, actor)
                            join market in db.Set<Market>() on route.MarketId equals market.Id
                            orderby market.Code, route.AfterMinutes, route.Id
                            select new { route, market.Code, Last = db.Set<AlertNotice>().Where(n => n.RouteId == route.Id).OrderByDescending(n => n.Id).FirstOrDefault() }).AsNoTracking().ToListAsync(cancel);
        var wanted = routes.Select(row => row.route.PersonId).OfType<long>().ToHashSet();
        var people = await db.People.AsNoTracking().Where(p => wanted.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        return routes.ConvertAll(row =>
        {
            var person = row.route.PersonId is { } id ? people.GetValueOrDefault(id) : null;
            return new Item(row.route.Id, row.Code, row.route.Rule, person?.Name ?? "", row.route.Host, row.route.AfterMinutes, row.route.AuthorName,
                !row.route.IsCall && person?.WorksIn(row.route.MarketId) != true, row.Last?.State, row.Last?.SentAt ?? row.Last?.QueuedAt, row.Last?.Problem ?? "");
        });
    }

    internal static IQueryable<AlertRoute> Visible(AppDb db, Actor actor) => actor.MarketIds is { } markets ? db.AlertRoutes.Where(r => markets.Contains(r.MarketId)) : db.AlertRoutes;
}
