using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Usual;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Lives.Watching;

/// <summary>The wall as it changes: server-sent events with what is new since the one before, at most one every two seconds.</summary>
public static class StreamWall
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <param name="Order">Row numbers as the wall is sorted; null where that did not change.</param>
    /// <param name="Sums">Totals of each market in words.</param>
    public sealed record Message(IReadOnlyList<TileWords> Tiles, IReadOnlyList<long>? Order, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Sums, string At);

    public static async IAsyncEnumerable<Message> Handle(ShowWall.Request request, LiveBoard board, FollowShows follow, KeptUsual kept, IDbContextFactory<AppDb> databases, Actor actor, Viewer viewer, Formats formats, Say say,
        TimeProvider clock, [EnumeratorCancellation] CancellationToken cancel)
    {
        actor.Needs(LivesRoom.See);
        Dictionary<long, string> sent = [];
        List<long> order = [];
        var markets = viewer.Markets.ToDictionary(market => market.Code);
        while (!cancel.IsCancellationRequested)
        {
            ShowWall.Response wall;
            await using (var db = await databases.CreateDbContextAsync(cancel)) wall = await ShowWall.Handle(request, board, follow, kept, db, actor, clock, cancel);
            List<TileWords> changed = [];
            foreach (var tile in wall.Shows)
            {
                var words = TileWords.Of(tile, markets[tile.Market], formats, say);
                if (sent.TryGetValue(tile.Id, out var before) && before == words.Stamp) continue;
                sent[tile.Id] = words.Stamp;
                changed.Add(words);
            }
            var now = wall.Shows.Select(tile => tile.Id).ToList();
            var moved = !now.SequenceEqual(order);
            if (moved) order = now;
            yield return new(changed, moved ? order : null, SumWords(wall, markets, formats), formats.Clock(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(wall.AsOf, Zone(viewer)).DateTime)));
            try { await Task.Delay(Pause, clock, cancel); }
            catch (OperationCanceledException) { yield break; }
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
