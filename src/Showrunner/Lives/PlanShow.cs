using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Lives;

/// <summary>Puts a LIVE show into the plan of a market.</summary>
public static class PlanShow
{
    /// <param name="Market">Code.</param>
    /// <param name="SubjectPath">Page of the record it belongs to, e.g. of a campaign.</param>
    public sealed record Request(string? Market, ShowFields Show, string? SubjectPath = null, string? SubjectName = null);
    public sealed record Response(long Id);

    public static async Task<Response> Handle(Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.Plan);
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Code == request.Market, cancel);
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("market_unknown", request.Market);
        var show = new PlannedShow
        {
            MarketId = market.Id,
            Uid = $"live-{Guid.NewGuid():N}@showrunner",
            SubjectPath = LocalPath.Or(request.SubjectPath, ""),
            SubjectName = LocalPath.IsLocal(request.SubjectPath) ? (request.SubjectName ?? "").Trim() : "",
            AuthorName = actor.Name,
            CreatedAt = clock.GetUtcNow(),
        };
        show.Plan(await (request.Show ?? throw new Refused("live_when")).Plan(market, db, cancel));
        db.Add(show);
        db.Audit(actor, "live.planned", show, show.Planned);
        await db.SaveChangesAsync(cancel);
        return new Response(show.Id);
    }
}
