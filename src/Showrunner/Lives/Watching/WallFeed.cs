using System.Text.Json;
using System.Text.Json.Serialization;

namespace Showrunner.Lives.Watching;

/// <summary>The wall as those see it who ask the same of the same markets in the same language: made and written once a second, whoever looks.</summary>
public sealed class WallFeed : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private readonly SemaphoreSlim _one = new(1);
    private Dictionary<long, TileWords> _tiles = [];
    private List<long> _order = [];
    private Picture? _last;
    private (long Number, long Second) _at;
    private byte[] _news = [];
    private byte[]? _whole;

    internal sealed record Picture(IReadOnlyList<TileWords> Tiles, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Sums, string At);

    /// <param name="Order">Row numbers as the wall is sorted; null where that did not change.</param>
    /// <param name="Sums">Totals of each market in words.</param>
    public sealed record Message(IReadOnlyList<TileNews> Tiles, IReadOnlyList<long>? Order, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Sums, string At);

    /// <param name="have">The number that was had last; 0 at first.</param>
    /// <returns>What is new since then, ready to be sent, and its number. All of the wall for those who missed one; nothing where nothing was made meanwhile.</returns>
    internal async Task<(long Number, ReadOnlyMemory<byte> Event)> Next(long have, DateTimeOffset now, Func<Task<Picture>> look, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            if (_last is null || _at.Second != now.ToUnixTimeSeconds()) Take(await look(), now);
            return (_at.Number, have == _at.Number ? default : have > 0 && have == _at.Number - 1 ? _news : _whole ??= Written(new([.. _last!.Tiles.Select(tile => tile.Since(null)!)], _order, _last.Sums, _last.At)));
        }
        finally { _one.Release(); }
    }

    public void Dispose() => _one.Dispose();

    private void Take(Picture picture, DateTimeOffset now)
    {
        var order = picture.Tiles.Select(tile => tile.Id).ToList();
        var news = picture.Tiles.Select(tile => tile.Since(_tiles.GetValueOrDefault(tile.Id))).OfType<TileNews>().ToList();
        _news = Written(new(news, order.SequenceEqual(_order) ? null : order, picture.Sums, picture.At));
        (_last, _order, _tiles, _whole, _at) = (picture, order, picture.Tiles.ToDictionary(tile => tile.Id), null, (_at.Number + 1, now.ToUnixTimeSeconds()));
    }

    private static byte[] Written(Message message) => [.. "data: "u8, .. JsonSerializer.SerializeToUtf8Bytes(message, Json), .. "\n\n"u8];
}

/// <summary>The feeds that somebody looks at.</summary>
public sealed class WallFeeds
{
    private readonly Dictionary<Key, (WallFeed Feed, int Watchers)> _feeds = [];
    private readonly Lock _lock = new();

    internal readonly record struct Key(string Language, string Zone, string Markets, ShowWall.Request Asked);

    internal WallFeed Join(Key key)
    {
        lock (_lock)
        {
            var (feed, watchers) = _feeds.GetValueOrDefault(key, (new WallFeed(), 0));
            _feeds[key] = (feed, watchers + 1);
            return feed;
        }
    }

    internal void Leave(Key key)
    {
        lock (_lock)
        {
            var (feed, watchers) = _feeds[key];
            _feeds[key] = (feed, watchers - 1);
            if (watchers > 1) return;
            _feeds.Remove(key);
            feed.Dispose();
        }
    }
}
