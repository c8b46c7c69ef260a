using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;
using Showrunner.Lives.Usual;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives.Watching;

/// <summary>All running shows of one's scope, and those just over.</summary>
public static class ShowWall
{
    public const int Most = 1000;
    public const string Gmv = "gmv";
    /// <summary>What the wall can be sorted by, the largest first.</summary>
    public static readonly IReadOnlyList<string> Sorts = [Gmv, "pace", "viewers", "orders", "gpm", "ctr", "newest", "quiet"];

    /// <param name="Market">Code; every market one sees where none is named.</param>
    /// <param name="Q">Words of the title, the creator or the shop.</param>
    public sealed record Request(string? Market = null, string? Sort = null, string? Q = null);

    /// <param name="GmvMinor">In the market's currency; null where no source tells it.</param>
    /// <param name="Pace">GMV ÷ what the target asks for by now.</param>
    /// <param name="Worst">What lies furthest below what is usual in such shows by now.</param>
    /// <param name="Spark">GMV by minute of the last half hour, viewers where no GMV is told.</param>
    public sealed record Tile(
        long Id, string Number, string Market, string Title, string Creator, string Shop, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, double Minutes, long Version,
        long? GmvMinor, long? GmvLatelyMinor, long? TargetMinor, double? Pace, long? Orders, long? Viewers, double? GpmMinor, double? ClickRate, FeedHealth Feed, WorstFigure? Worst, IReadOnlyList<long?> Spark);
    public sealed record Sum(string Market, string Currency, int Shows, long? GmvMinor, long? GmvLatelyMinor, long? Orders, long? Viewers);
    public sealed record Response(DateTimeOffset AsOf, IReadOnlyList<Tile> Shows, int More, IReadOnlyList<Sum> Sums);

    public static async Task<Response> Handle(Request request, LiveBoard board, FollowShows follow, KeptUsual kept, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var sort = Checked(request, actor).Sort ?? Gmv;
        await follow.Look(cancel);
        var markets = (await db.Markets.AsNoTracking().ToListAsync(cancel)).Where(m => actor.SeesMarket(m.Id) && (request.Market is null || m.Code == request.Market)).ToDictionary(m => m.Id);
        var now = clock.GetUtcNow();
        var tiles = board.Shows.Where(show => markets.ContainsKey(show.Session.MarketId)).Select(show => Of(show, markets[show.Session.MarketId], kept.Of(show.Session.MarketId), now)).Where(tile => Fits(tile, request.Q)).ToList();
        var running = tiles.Where(tile => tile.EndedAt is null).ToList();
        return new(now, [.. Sorted(tiles, sort).Take(Most)], Math.Max(0, tiles.Count - Most),
            [.. running.GroupBy(tile => tile.Market).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new Sum(group.Key, markets.Values.First(m => m.Code == group.Key).Currency, group.Count(),
                Known(group, tile => tile.GmvMinor), Known(group, tile => tile.GmvLatelyMinor), Known(group, tile => tile.Orders), Known(group, tile => tile.Viewers)))]);
    }

    /// <summary>Refuses what cannot be answered.</summary>
    internal static Request Checked(Request request, Actor actor)
    {
        actor.Needs(LivesRoom.See);
        return request.Sort is null || Sorts.Contains(request.Sort) ? request : throw new Refused("live_sort", request.Sort, string.Join(", ", Sorts));
    }

    /// <summary>The tile of a second is made once, whoever asks for it.</summary>
    internal static Tile Of(ShowState show, Market market, UsualShows usual, DateTimeOffset now)
    {
        var key = (show.Figures(now), usual, now.ToUnixTimeSeconds());
        if (show.Made is { } made && made.Key == key) return made.Tile;
        var tile = Make(show.Session, show.Version, key.Item1, market, usual, now);
        show.Made = new(key, tile);
        return tile;
    }

    internal sealed record MadeTile((ShowFigures, UsualShows, long) Key, Tile Tile);

    private static Tile Make(LiveSession session, long version, ShowFigures figures, Market market, UsualShows usual, DateTimeOffset now)
    {
        var gmv = figures.Total(LiveMeasure.Gmv);
        return new(session.Id, session.Number, market.Code, session.Title, session.CreatorName, session.ShopName, session.StartedAt, session.EndedAt, figures.ElapsedSeconds / 60, version,
            gmv, figures.Lately(LiveMeasure.Gmv, 5), session.TargetMinor, Pace.Of(session, gmv, figures.KnownAt(LiveMeasure.Gmv, now), usual.Baseline(LiveMeasure.Gmv, session.CreatorName)?.Curve), figures.Total(LiveMeasure.OrdersPaid),
            session.EndedAt is null ? figures.Total(LiveMeasure.Viewers) : null, figures.WatchGpm, figures.ClicksPerView, FeedHealth.Of(session, figures, now), WorstFigure.Of(session, figures, usual),
            [.. ((figures.Series(LiveMeasure.Gmv) ?? figures.Series(LiveMeasure.Viewers))?.Values ?? []).SkipLast(session.EndedAt is null ? 1 : 0).TakeLast(30)]);
    }

    /// <summary>Running shows before those that are over; the unknown last.</summary>
    private static IEnumerable<Tile> Sorted(IEnumerable<Tile> tiles, string sort) => tiles.OrderBy(tile => tile.EndedAt is not null)
        .ThenBy(tile => sort is Gmv or "gpm" ? tile.Market : "", StringComparer.Ordinal) // money of two currencies is not compared
        .ThenByDescending(tile => sort switch
    {
        "pace" => tile.Pace is { } pace ? -pace : double.NegativeInfinity, // the worst first
        "viewers" => tile.Viewers ?? -1,
        "orders" => tile.Orders ?? -1,
        "gpm" => tile.GpmMinor ?? -1,
        "ctr" => tile.ClickRate ?? -1,
        "newest" => tile.StartedAt.ToUnixTimeSeconds(),
        "quiet" => tile.Feed.SilentSeconds ?? double.MaxValue,
        _ => tile.GmvMinor ?? -1,
    }).ThenBy(tile => tile.Id);

    private static bool Fits(Tile tile, string? words) => string.IsNullOrWhiteSpace(words) ||
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => $"{tile.Title} {tile.Creator} {tile.Shop} {tile.Number}".Contains(word.TrimStart('@'), StringComparison.OrdinalIgnoreCase));

    private static long? Known(IEnumerable<Tile> tiles, Func<Tile, long?> of)
    {
        var known = tiles.Select(of).Where(value => value is not null).ToList();
        return known.Count == 0 ? null : known.Sum();
    }
}
