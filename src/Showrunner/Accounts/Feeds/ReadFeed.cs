using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Office;
using Showrunner.Platform;

namespace Showrunner.Accounts.Feeds;

/// <summary>GET /calendar/SECRET.ics: what the owner of the feed may see today, as a calendar program reads it. The secret stands for the sign-in.</summary>
public static class ReadFeed
{
    private const int DaysBack = 60;
    private static readonly TimeSpan Refresh = TimeSpan.FromHours(1);

    public static async Task<IResult> Handle(string token, IEnumerable<CalendarSource> sources, AppDb db, Visitors visitors, Texts texts, TimeProvider clock, HttpContext context, CancellationToken cancel)
    {
        var hash = Secret.Hash(token);
        var feed = await db.CalendarFeeds.FirstOrDefaultAsync(f => f.TokenHash == hash, cancel);
        var owner = feed is null ? null : await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == feed.PersonId && p.DisabledAt == null, cancel);
        if (feed is null || owner is null) return Results.NotFound();
        var (now, reader) = (clock.GetUtcNow(), visitors.ActorOf(owner));
        if (feed.MarketId is { } only) reader = reader with { MarketIds = owner.SeesMarket(only) ? [only] : [] };
        var shown = sources.Where(feed.Shows).ToList();
        var from = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-DaysBack);
        var request = context.Request;
        var home = new Uri($"{request.Scheme}://{request.Host}/");
        var events = new List<CalendarEvent>();
        foreach (var source in shown) events.AddRange(await source.Events(reader, from, path => new Uri(home, path), cancel));
        feed.Read(now);
        await db.SaveChangesAsync(cancel);
        using var buffer = new MemoryStream();
        CalendarWriter.Write(buffer, new CalendarSpec(CalendarMethod.Publish, now, [.. events]) { Name = await Name(feed, shown, owner, db, texts, cancel), Refresh = Refresh });
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(buffer.ToArray(), "text/calendar; charset=utf-8");
    }

    /// <summary>The owner's name for a calendar of everything, else what is in it: a shared one is not about its owner.</summary>
    private static async Task<string> Name(CalendarFeed feed, IReadOnlyList<CalendarSource> shown, Person owner, AppDb db, Texts texts, CancellationToken cancel)
    {
        var what = feed.Sources.Length == 0 ? owner.Name : string.Join(", ", shown.Select(s => texts.Say(owner.Language, s.TitleKey)));
        var market = feed.MarketId is { } id ? await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, cancel) : null;
        return texts.Say(owner.Language, "feed.name", market is null ? what : $"{what} – {market.Name(owner.Language)}");
    }
}
