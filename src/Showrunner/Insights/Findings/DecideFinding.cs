using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Insights.Findings;

/// <summary>Takes a finding on, dismisses it with a reason, or opens it again. Twice changes nothing.</summary>
public static class DecideFinding
{
    /// <param name="State">accepted, dismissed or open.</param>
    /// <param name="Reason">Of a dismissal: known, unimportant, wrong or other.</param>
    /// <param name="Comment">Needed for other.</param>
    public sealed record Request(string State, string? Reason = null, string? Comment = null);

    public static async Task Handle(long id, Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(InsightsRoom.Decide);
        var findings = actor.MarketIds is { } markets ? db.Findings.Where(f => markets.Contains(f.MarketId)) : db.Findings;
        var finding = await findings.SingleOrDefaultAsync(f => f.Id == id, cancel) ?? throw new Refused("not_found");
        if (finding.State == request.State) return;
        switch (request.State)
        {
            case Finding.Accepted: finding.Accept(actor.Name, clock.GetUtcNow()); break;
            case Finding.Dismissed: finding.Dismiss(request.Reason, request.Comment, actor.Name, clock.GetUtcNow()); break;
            case Finding.Open: finding.Reopen(); break;
            default: throw new Refused("finding_state", request.State);
        }
        db.Audit(actor, "finding." + (request.State == Finding.Open ? "reopened" : request.State), finding, new { finding.Key, finding.FirstDay, finding.LastDay, request.Reason, request.Comment });
        await db.SaveChangesAsync(cancel);
    }
}
