using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Usual;
using Showrunner.Web;

namespace Showrunner.Lives.Watching;

/// <summary>A tile of the wall as it is written for a reader; the page shows it first, the stream sends what changed of it.</summary>
/// <param name="Fields">By the name of the place they stand in.</param>
/// <param name="Feed">fresh, late, silent, waiting or over.</param>
/// <param name="Spark">Points of the small line; empty below two.</param>
/// <param name="Behind">The pace is below four fifths of what the target asks for.</param>
/// <param name="Worst">The place of the figure that lies furthest below what is usual; empty where none does.</param>
public sealed record TileWords(long Id, IReadOnlyDictionary<string, string> Fields, string Feed, string Spark, bool Behind, string Worst)
{
    private const double BehindBelow = 0.8;
    private static readonly ConditionalWeakTable<ShowWall.Tile, ConcurrentDictionary<(string, bool), TileWords>> Written = [];

    /// <summary>Written once for each language, however many look.</summary>
    /// <param name="tile">The show.</param>
    /// <param name="market">Where it is.</param>
    /// <param name="many">The reader sees several markets, so that each show says where it is.</param>
    /// <param name="formats">The reader's.</param>
    /// <param name="say">The reader's words.</param>
    public static TileWords Of(ShowWall.Tile tile, MarketOption market, bool many, Formats formats, Say say) =>
        Written.GetOrCreateValue(tile).GetOrAdd((say.Language, many), _ => Write(tile, market, many, formats, say));

    /// <summary>What changed, or all of it where nothing was known before; null where nothing changed.</summary>
    public TileNews? Since(TileWords? before)
    {
        if (before == this) return null;
        var news = new TileNews(Id, Fields.Where(field => before?.Fields[field.Key] != field.Value).ToDictionary(), New(Feed, before?.Feed), New(Spark, before?.Spark), Behind == before?.Behind ? null : Behind, New(Worst, before?.Worst));
        return news is { Fields.Count: 0, Feed: null, Spark: null, Behind: null, Worst: null } ? null : news;
    }

    private static string? New(string now, string? before) => now == before ? null : now;

    private static TileWords Write(ShowWall.Tile tile, MarketOption market, bool many, Formats formats, Say say)
    {
        var fields = new Dictionary<string, string>
        {
            ["title"] = tile.Title,
            ["who"] = string.Join(" · ", new[] { tile.Creator.Length > 0 ? "@" + tile.Creator : "", tile.Shop, many ? tile.Market : "" }.Where(part => part.Length > 0)),
            ["gmv"] = formats.MoneyShort(tile.GmvMinor, market),
            ["lately"] = tile.GmvLatelyMinor is { } lately ? formats.MoneyShort(lately / 5m, market) : Formats.Unknown,
            ["orders"] = formats.CountShort(tile.Orders),
            ["viewers"] = formats.CountShort(tile.Viewers),
            ["gpm"] = formats.MoneyShort((decimal?)tile.GpmMinor, market),
            ["ctr"] = formats.Rate(tile.ClickRate),
            ["pace"] = formats.Rate(tile.Pace, 0),
            ["elapsed"] = formats.Duration(TimeSpan.FromMinutes(Math.Floor(tile.Minutes))),
            ["feed"] = Health(tile.Feed, formats, say),
            ["worst"] = tile.Worst is { } worst ? say["live.worst", say["live.measure." + worst.Measure.ToString().ToLowerInvariant()], formats.Rate(1 - worst.Seen / worst.Usual, 0)] : "",
        };
        return new(tile.Id, fields, tile.Feed.State, Line(tile.Spark), tile.Pace < BehindBelow, Place(tile.Worst));
    }

    private static string Place(WorstFigure? worst) => worst?.Measure switch
    {
        LiveMeasure.Gmv => "gmv",
        LiveMeasure.OrdersPaid => "orders",
        LiveMeasure.Viewers => "viewers",
        null => "",
        _ => "other",
    };

    private static string Health(FeedHealth feed, Formats formats, Say say) => feed.State switch
    {
        FeedHealth.Silent => say["live.feed.silent", formats.Duration(Rounded(feed.SilentSeconds))],
        FeedHealth.Late => say["live.feed.late", formats.Duration(Rounded(feed.DelaySeconds))],
        FeedHealth.Fresh when feed.Covered < 0.9 => say["live.feed.gaps", formats.Rate(1 - feed.Covered, 0)],
        _ => say["live.feed." + feed.State],
    };

    private static TimeSpan Rounded(double? seconds) => TimeSpan.FromMinutes(Math.Max(1, Math.Floor((seconds ?? 0) / 60)));

    internal static string Line(IReadOnlyList<long?> values)
    {
        if (values.Count < 2) return "";
        var high = Math.Max(1, values.Max() ?? 1);
        return string.Join(' ', values.Select((value, at) => string.Create(CultureInfo.InvariantCulture, $"{1 + 94.0 * at / (values.Count - 1):0.#},{26 - 24.0 * (value ?? 0) / high:0.#}")));
    }
}

/// <summary>What is new of a tile; what stayed is null.</summary>
public sealed record TileNews(long Id, IReadOnlyDictionary<string, string> Fields, string? Feed, string? Spark, bool? Behind, string? Worst);
