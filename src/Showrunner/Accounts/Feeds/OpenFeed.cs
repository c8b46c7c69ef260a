using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Accounts.Feeds;

/// <summary>A new secret address of a calendar, for oneself or to share with a team; the answer is the only time it is told.</summary>
public static class OpenFeed
{
    /// <param name="Sources">Codes of rooms; none for all.</param>
    /// <param name="Market">Code of the only market whose dates are in it; every market one sees where none is named.</param>
    public sealed record Request(IReadOnlyList<string>? Sources = null, string? Market = null);
    public sealed record Response(long Id, string Path);

    public static async Task<Response> Handle(Request request, IEnumerable<CalendarSource> sources, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var person = actor.PersonId ?? throw new Refused("not_allowed");
        var chosen = (request.Sources ?? []).OfType<string>().Distinct().ToList();
        if (chosen.FirstOrDefault(code => sources.All(s => s.Code != code)) is { } unknown) throw new Refused("feed_source", unknown);
        if (await db.CalendarFeeds.CountAsync(f => f.PersonId == person, cancel) >= CalendarFeed.MostPerPerson) throw new Refused("feed_too_many", CalendarFeed.MostPerPerson);
        var market = await Market(request.Market, db, actor, cancel);
        var token = Secret.New();
        var feed = db.Add(new CalendarFeed { PersonId = person, Sources = string.Join(',', chosen), MarketId = market, TokenHash = Secret.Hash(token), CreatedAt = clock.GetUtcNow() }).Entity;
        db.Audit(actor, "calendar_feed.opened", feed, new { feed.Sources, request.Market });
        await db.SaveChangesAsync(cancel);
        return new Response(feed.Id, $"/calendar/{token}.ics");
    }

    private static async Task<long?> Market(string? code, AppDb db, Actor actor, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(code)) return null;
        var id = await db.Markets.Where(m => m.Code == code).Select(m => (long?)m.Id).FirstOrDefaultAsync(cancel);
        return id is { } known && actor.SeesMarket(known) ? known : throw new Refused("market_unknown", code);
    }
}
