using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Sellers;

/// <summary>Notes what an agency keeps from a day on. The same day told again replaces what was noted; the audit trail keeps both.</summary>
public static class AgreeSplit
{
    /// <param name="AgencyPpm">Its share of the commission in millionths: 150,000 is 15 %.</param>
    /// <param name="From">The first day that it holds.</param>
    public sealed record Request(long? AgencyPpm, DateOnly? From);

    public static async Task Handle(long id, Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(SellersRoom.Manage);
        var agency = await Visible(db, actor).FirstOrDefaultAsync(a => a.Id == id, cancel) ?? throw new Refused("not_found");
        if (request.From is not { } from) throw new Refused("split_day");
        var split = await db.AgencySplits.FirstOrDefaultAsync(s => s.AgencyId == id && s.ValidFrom == from, cancel);
        if (split is not null && split.AgencyPpm == request.AgencyPpm) return;
        var before = split?.AgencyPpm;
        split ??= db.Add(new AgencySplit { AgencyId = id, ValidFrom = from }).Entity;
        split.Agree(request.AgencyPpm, actor.Name, clock.GetUtcNow());
        db.Audit(actor, "split.agreed", agency, new { agency.Name, from, share = split.AgencyPpm, before });
        await db.SaveChangesAsync(cancel);
    }

    internal static IQueryable<Agency> Visible(AppDb db, Actor actor) =>
        actor.MarketIds is { } markets ? db.Agencies.AsNoTracking().Where(a => markets.Contains(a.MarketId)) : db.Agencies.AsNoTracking();
}
