using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Shops;

namespace Showrunner.Lives.Sessions;

/// <summary>A show begins to be watched. The same number again is the same show, and what is told anew of it counts.</summary>
public static class OpenSession
{
    /// <param name="Market">Code.</param>
    /// <param name="Number">The room's number at the marketplace; made up where there is none.</param>
    /// <param name="Creator">Handle, with or without the @.</param>
    /// <param name="Shop">Its name or number.</param>
    /// <param name="StartedAt">Now where it is left out.</param>
    /// <param name="Target">GMV to reach, in the market's currency.</param>
    /// <param name="Plan">Row number of the planned show that it is.</param>
    /// <param name="Minutes">How long it is to last; as long as its plan says where that is left out.</param>
    public sealed record Request(string? Market, string? Number = null, string? Title = null, string? Creator = null, string? Shop = null, DateTimeOffset? StartedAt = null, decimal? Target = null, long? Plan = null, int? Minutes = null);
    public sealed record Response(long Id, string Number);

    public static async Task<Response> Handle(Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        if (!actor.May(LivesRoom.Feed)) actor.Needs(LivesRoom.Plan);
        var session = await Open(request, db, actor, clock, cancel);
        return new(session.Id, session.Number);
    }

    internal static async Task<LiveSession> Open(Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Code == request.Market, cancel);
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("market_unknown", request.Market);
        var number = (request.Number ?? "").Trim();
        if (number.Length > LiveSession.LongestNumber || number.Any(char.IsControl)) throw new Refused("live_number", LiveSession.LongestNumber);
        var start = request.StartedAt?.ToUniversalTime() ?? clock.GetUtcNow();
        if (start > clock.GetUtcNow().AddDays(1)) throw new Refused("live_starts_later");
        if (number.Length == 0) number = $"show-{Guid.NewGuid():N}"[..17];
        var facts = await Facts(request, market, db, actor, cancel);
        var session = await db.LiveSessions.FirstOrDefaultAsync(s => s.MarketId == market.Id && s.Number == number, cancel);
        var isNew = session is null;
        session ??= new LiveSession { MarketId = market.Id, Number = number, StartedAt = start, AuthorName = actor.Name };
        session.Describe(facts);
        if (isNew) db.Add(session);
        if (isNew || db.ChangeTracker.HasChanges()) db.Audit(actor, isNew ? "live.opened" : "live.described", session, new { session.Number, session.Title, session.TargetMinor });
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateException) when (isNew)
        {
            // Somebody opened it at the same moment: then it is that one.
            db.ChangeTracker.Clear();
            if (await db.LiveSessions.AsNoTracking().FirstOrDefaultAsync(s => s.MarketId == market.Id && s.Number == number, cancel) is not { } opened) throw;
            return opened;
        }
        return session;
    }

    private static async Task<SessionFacts> Facts(Request request, Market market, AppDb db, Actor actor, CancellationToken cancel)
    {
        var (handle, shop) = ((request.Creator ?? "").Trim().TrimStart('@').ToLowerInvariant(), (request.Shop ?? "").Trim());
        var creator = handle.Length == 0 ? null : await db.Creators.AsNoTracking().FirstOrDefaultAsync(c => c.MarketId == market.Id && c.Handle == handle, cancel);
        var found = shop.Length == 0 ? null : await db.Shops.AsNoTracking().Where(s => s.MarketId == market.Id && (s.ShopNo == shop || s.Name == shop)).OrderBy(s => s.Id).FirstOrDefaultAsync(cancel);
        var plan = request.Plan is not { } wanted ? null : await ListShows.Visible(db, actor).AsNoTracking().FirstOrDefaultAsync(s => s.Id == wanted && s.MarketId == market.Id, cancel) ?? throw new Refused("not_found");
        if (request.Target is <= 0 or > 1_000_000_000_000) throw new Refused("live_target");
        // A show of somebody who is not in the desk yet is a show all the same: his name stands there without a page.
        return new(request.Title ?? plan?.Title, creator?.Id ?? plan?.CreatorId, handle.Length > 0 ? handle : plan?.CreatorName, found?.Id ?? plan?.ShopId, found?.Name ?? (shop.Length > 0 ? shop : plan?.ShopName),
            request.Target is { } target ? (long)Math.Round(target * market.Rules.MinorPerMajor) : null, plan?.Id, request.Minutes ?? plan?.Minutes);
    }
}
