using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Matching.Planning;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Matching.Scenarios;

/// <summary>The job that makes a scenario's plan: what was accepted stays, the rest is chosen anew. Until it is whole, the last plan stands.</summary>
public sealed class MakeScenario(AppDb db, PlanOffers plan, TimeProvider clock)
{
    public const string JobKind = "match_plan";

    public async Task Handle(Job job, JobTicket ticket)
    {
        var scenario = await db.Scenarios.SingleOrDefaultAsync(s => s.Id == long.Parse(job.Subject, CultureInfo.InvariantCulture), ticket.Cancel) ?? throw new Refused("not_found");
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == scenario.MarketId, ticket.Cancel);
        var accepted = await db.PlannedOffers.AsNoTracking().Where(o => o.ScenarioId == scenario.Id && o.AcceptedDay != null).ToListAsync(ticket.Cancel);
        ticket.Report(0, 100, "match.scenario.learning");
        var made = await plan.Handle(scenario.Asked(market.Code), [.. accepted.Select(o => (o.CreatorId, o.ProductId))], share => ticket.Report(1 + (int)(98 * share), 100, "match.scenario.planning"), atOnce: true, ticket.Cancel);
        await Keep(scenario, made, ticket.Cancel);
        ticket.Report(100, 100, "match.scenario.planning");
    }

    private async Task Keep(Scenario scenario, PlanOffers.Response made, CancellationToken cancel)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        await db.PlannedOffers.Where(o => o.ScenarioId == scenario.Id && o.AcceptedDay == null).ExecuteDeleteAsync(cancel);
        // Accepted ones may have come while the plan was being made.
        var accepted = (await db.PlannedOffers.AsNoTracking().Where(o => o.ScenarioId == scenario.Id).Select(o => new { o.CreatorId, o.ProductId }).ToListAsync(cancel)).Select(o => (o.CreatorId, o.ProductId)).ToHashSet();
        db.AddRange(made.Offers.Where(o => !accepted.Contains((o.Creator.Id, o.Product.Id))).Select(o => new PlannedOffer
        {
            ScenarioId = scenario.Id,
            MarketId = scenario.MarketId,
            CreatorId = o.Creator.Id,
            ProductId = o.Product.Id,
            AcceptPpm = (int)Math.Round(o.Accept * 1e6),
            PostPpm = (int)Math.Round(o.Post * 1e6),
            GmvMinor = o.GmvMinor,
            ExpectedMinor = o.ExpectedMinor,
            ValueMinor = o.ValueMinor,
            SampleMinor = o.SampleMinor,
            CommissionMinor = o.CommissionMinor,
            Collaboration = o.Collaboration,
            IsConnected = o.IsConnected,
            IsNew = o.IsNew,
        }));
        scenario.Keep(made, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
    }
}
