using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Matching.Planning;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Matching.Scenarios;

/// <summary>GET /matching/scenarios/7/export: the scenario's offers as they were planned, with who took them on.</summary>
public static class ExportScenario
{
    public static async Task<IResult> Handle(long id, string? format, AppDb db, Actor actor, Say say, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.See);
        var scenario = await SaveScenario.Own(id, db, actor, cancel);
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == scenario.MarketId, cancel);
        var offers = await ShowScenario.Offers(id, db, cancel);
        return ExportPlan.File(market, [.. offers.Select(o => new ExportPlan.Row(o.Handle, o.Product, o.Shop, o.ValueMinor, o.Accept, o.Post, o.GmvMinor, o.ExpectedMinor, o.SampleMinor, o.CommissionMinor, o.Collaboration, o.IsConnected, o.IsNew, o.AcceptedDay, o.Person))],
            FormattableString.Invariant($"plan-{market.Code}-{id}"), scenario.Name, format, scenario.MadeAt ?? scenario.CreatedAt, say);
    }
}
