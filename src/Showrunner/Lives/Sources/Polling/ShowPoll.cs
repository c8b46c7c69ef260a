using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Sessions;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives.Sources.Polling;

/// <summary>How asking a marketplace goes. Its token is never told.</summary>
public static class ShowPoll
{
    /// <param name="State">none, waiting, fine, partial, throttled, failing, refused or over.</param>
    /// <param name="Said">What the marketplace answered when it did not answer well.</param>
    /// <param name="NextAt">Null while nobody asks.</param>
    public sealed record Response(string State, string Said, DateTimeOffset? AnsweredAt, DateTimeOffset? NextAt, bool HasAddress);

    public static async Task<Response> Handle(long? session, string? market, PollSettings settings, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.See);
        var place = await Place(session, market, db, actor, cancel);
        var poll = await SetPoll.Of(session, place.Id, db).AsNoTracking().FirstOrDefaultAsync(cancel);
        return new(poll?.State ?? "none", poll?.Said ?? "", poll?.AnsweredAt, poll?.NextAt, settings.Address is not null);
    }

    internal static async Task<Market> Place(long? session, string? market, AppDb db, Actor actor, CancellationToken cancel)
    {
        var show = session is not { } id ? null : await FindSession.Visible(db, actor).AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancel) ?? throw new Refused("not_found");
        var place = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => show == null ? m.Code == market : m.Id == show.MarketId, cancel);
        return place is null || !actor.SeesMarket(place.Id) ? throw new Refused("market_unknown", market) : place;
    }
}
