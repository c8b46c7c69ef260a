using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Lives.Sessions;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives.Sources.Polling;

/// <summary>Has a marketplace asked for a show's figures, or for a market's shows that are over; or begins anew with another token.</summary>
public static class SetPoll
{
    private const int Longest = 4000;

    /// <param name="Token">Access token: a creator's for a running show, a seller's for the list.</param>
    /// <param name="AppKey">With its secret, where requests must be signed.</param>
    /// <param name="ShopCipher">Names the shop, for the list.</param>
    public sealed record Request(string? Token, string? AppKey = null, string? AppSecret = null, string? ShopCipher = null);

    public static async Task Handle(long? session, string? market, Request request, IDataProtectionProvider keys, PollSettings settings, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.Plan);
        var show = session is not { } id ? null : await FindSession.Visible(db, actor).AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancel) ?? throw new Refused("not_found");
        var place = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => show == null ? m.Code == market : m.Id == show.MarketId, cancel);
        if (place is null || !actor.SeesMarket(place.Id)) throw new Refused("market_unknown", market);
        if (settings.Address is null) throw new Refused("live_poll_address");
        if (show?.EndedAt is not null) throw new Refused("live_poll_over");
        if (show is not null && CompleteShows.IsMadeUp(show.Number)) throw new Refused("live_poll_number", show.Number);
        var secret = new PollSecret(Clean(request.Token), Clean(request.AppKey), Clean(request.AppSecret), Clean(request.ShopCipher));
        if (secret.Token.Length == 0 || secret.AppKey.Length == 0 != (secret.AppSecret.Length == 0)) throw new Refused("live_poll_token");
        var poll = await Of(session, place.Id, db).FirstOrDefaultAsync(cancel);
        if (poll is null) db.Add(poll = new LivePoll { MarketId = place.Id, SessionId = session });
        poll.Begin(secret.Protect(keys), actor.Name, clock.GetUtcNow());
        db.Audit(actor, "live.poll", poll, new { Session = session, Market = place.Code });
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateConcurrencyException) { throw new Refused("too_busy"); } // it is being asked at this moment
    }

    internal static IQueryable<LivePoll> Of(long? session, long market, AppDb db) => db.LivePolls.Where(p => p.MarketId == market && p.SessionId == session);

    /// <summary>No header may be smuggled in.</summary>
    private static string Clean(string? text) => (text ?? "").Trim() is var told && told.Length <= Longest && !told.Any(char.IsControl) ? told : throw new Refused("live_poll_token");
}
