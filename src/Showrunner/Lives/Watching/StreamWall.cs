using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Usual;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Lives.Watching;

/// <summary>The wall as it changes: server-sent events with what is new since the one before, one every second. It ends after a quarter of an hour, so that who may look is asked anew; browsers come back by themselves.</summary>
public static class StreamWall
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public static async Task Handle(ShowWall.Request request, Stream body, WallFeeds feeds, LiveBoard board, FollowShows follow, KeptUsual kept, IDbContextFactory<AppDb> databases, Actor actor, Viewer viewer, Formats formats, Say say,
        TimeProvider clock, CancellationToken cancel)
    {
        var zone = Zone(viewer);
        var markets = viewer.Markets.ToDictionary(market => market.Code);
        var key = new WallFeeds.Key(say.Language, zone.Id, string.Join(',', markets.Keys.Order(StringComparer.Ordinal)), request);
        var feed = feeds.Join(key);
        try
        {
            var (number, until) = (0L, clock.GetUtcNow() + Longest);
            while (clock.GetUtcNow() is var now && now < until)
            {
                var (next, news) = await feed.Next(number, now, Look, cancel);
                number = next;
                if (!news.IsEmpty)
                {
                    await body.WriteAsync(news, cancel);
                    await body.FlushAsync(cancel);
                }
                await Task.Delay(TimeSpan.FromMilliseconds(1001 - clock.GetUtcNow().Millisecond), clock, cancel); // all wake together
            }
        }
        catch (OperationCanceledException) { } // the reader left
        finally { feeds.Leave(key); }

        async Task<WallFeed.Picture> Look()
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var wall = await ShowWall.Handle(request, board, follow, kept, db, actor, clock, cancel);
            return new([.. wall.Shows.Select(tile => TileWords.Of(tile, markets[tile.Market], markets.Count > 1, formats, say))], SumWords(wall, markets, formats), formats.Clock(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(wall.AsOf, zone).DateTime)));
        }
    }

    internal static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> SumWords(ShowWall.Response wall, IReadOnlyDictionary<string, MarketOption> markets, Formats formats) =>
        wall.Sums.ToDictionary(sum => sum.Market, sum => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>
        {
            ["shows"] = formats.Count(sum.Shows),
            ["gmv"] = formats.MoneyShort(sum.GmvMinor, markets[sum.Market]),
            ["lately"] = sum.GmvLatelyMinor is { } lately ? formats.MoneyShort(lately / 5m, markets[sum.Market]) : Formats.Unknown,
            ["orders"] = formats.CountShort(sum.Orders),
            ["viewers"] = formats.CountShort(sum.Viewers),
        });

    internal static TimeZoneInfo Zone(Viewer viewer) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(viewer.TimeZone ?? viewer.Market?.TimeZone ?? "UTC", out var zone) ? zone : TimeZoneInfo.Utc;
}
