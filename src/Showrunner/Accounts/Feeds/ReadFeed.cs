using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
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
        var from = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-DaysBack);
        var request = context.Request;
        var home = new Uri($"{request.Scheme}://{request.Host}/");
        var events = new List<CalendarEvent>();
        foreach (var source in sources.Where(s => feed.Source.Length == 0 || s.Code == feed.Source)) events.AddRange(await source.Events(reader, from, path => new Uri(home, path), cancel));
        feed.Read(now);
        await db.SaveChangesAsync(cancel);
        using var buffer = new MemoryStream();
        CalendarWriter.Write(buffer, new CalendarSpec(CalendarMethod.Publish, now, [.. events]) { Name = texts.Say(owner.Language, "feed.name", owner.Name), Refresh = Refresh });
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(buffer.ToArray(), "text/calendar; charset=utf-8");
    }
}
