using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives.Alerts.Telling;

/// <summary>Has alerts of a market told to a person, or to a program.</summary>
public static class AddRoute
{
    private const int Most = 100;

    /// <param name="Rule">Code; empty or null for every rule.</param>
    /// <param name="Person">Row number; null where a program is called.</param>
    /// <param name="Address">Of the program.</param>
    /// <param name="Key">Agreed on with the program: messages are signed with it.</param>
    /// <param name="AfterMinutes">Told only when nobody has taken the alert on for so long; 0 at once.</param>
    public sealed record Request(string? Market, string? Rule = null, long? Person = null, string? Address = null, string? Key = null, int AfterMinutes = 0);

    public static async Task<long> Handle(Request request, IEnumerable<AlertRule> rules, IDataProtectionProvider keys, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.Plan);
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Code == request.Market, cancel);
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("market_unknown", request.Market);
        var rule = request.Rule ?? "";
        if (rule.Length > 0 && rules.All(known => known.Code != rule)) throw new Refused("live_route_rule", rule, string.Join(", ", rules.Select(known => known.Code)));
        if (request.AfterMinutes is < 0 or > AlertRoute.LongestWait) throw new Refused("live_route_wait", AlertRoute.LongestWait);
        var route = request.Person is { } person ? await ToPerson(person) : ToProgram();
        if (await db.AlertRoutes.CountAsync(r => r.MarketId == market.Id, cancel) >= Most) throw new Refused("live_route_most", Most);
        if (route.PersonId is not null && await db.AlertRoutes.AnyAsync(r => r.MarketId == market.Id && r.PersonId == route.PersonId && r.Rule == rule && r.AfterMinutes == request.AfterMinutes, cancel)) throw new Refused("live_route_twice");
        db.Add(route);
        db.Audit(actor, "live.route", route, new { Market = market.Code, rule, To = route.PersonId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? route.Host, request.AfterMinutes });
        await db.SaveChangesAsync(cancel);
        return route.Id;

        async Task<AlertRoute> ToPerson(long id)
        {
            var known = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel);
            if (known?.WorksIn(market.Id) != true) throw new Refused("live_route_person");
            return new AlertRoute { MarketId = market.Id, Rule = rule, PersonId = id, AfterMinutes = request.AfterMinutes, AuthorName = actor.Name };
        }

        // Whoever names an address has this machine send requests there.
        AlertRoute ToProgram()
        {
            actor.Needs(LivesRoom.Call);
            var program = ProgramAddress.Read(request.Address, request.Key);
            return new AlertRoute { MarketId = market.Id, Rule = rule, Secret = program.Protect(keys), Host = program.Address.Host, AfterMinutes = request.AfterMinutes, AuthorName = actor.Name };
        }
    }
}
