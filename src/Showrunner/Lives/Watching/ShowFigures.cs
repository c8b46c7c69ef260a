using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;
using M = Showrunner.Lives.Intake.LiveMeasure;

namespace Showrunner.Lives.Watching;

/// <summary>The figures of a show, each from one source. What no source tells is unknown, not zero.</summary>
public sealed class ShowFigures
{
    public const int Longest = 36 * 60;
    private readonly Dictionary<M, MeasureSeries> _series = [];
    private readonly Dictionary<string, int> _toldTo;
    private readonly bool _isOver;

    public ShowFigures(LiveSession session, IEnumerable<MinuteRow> rows, DateTimeOffset now, DateTimeOffset? upTo = null)
    {
        var all = rows.ToList();
        var whole = all.Where(row => row.Key.Product.Length == 0).ToList();
        First = session.StartedAt.ToUnixTimeSeconds() / 60;
        var finish = upTo ?? session.EndedAt;
        var last = whole.Select(row => row.Key.Minute).Append((finish ?? now).ToUnixTimeSeconds() / 60).Max();
        if (finish is { } end) last = Math.Min(last, end.ToUnixTimeSeconds() / 60);
        Minutes = (int)Math.Clamp(last - First + 1, 1, Longest);
        foreach (var measure in LiveMeasures.All)
            if (MeasureSeries.Of(measure, whole, First, Minutes) is { } series) _series[measure] = series;
        Products = [.. all.Where(row => row.Key.Product.Length > 0).GroupBy(row => row.Key.Product)
            .Select(product => new ProductFigures(product.Key, LiveMeasures.All.Select(measure => (measure, MeasureSeries.Of(measure, product, First, Minutes))).Where(pair => pair.Item2 is not null).ToDictionary(pair => pair.measure, pair => pair.Item2!)))
            .OrderByDescending(product => product.Total(M.Gmv) ?? -1).ThenBy(product => product.Number, StringComparer.Ordinal)];
        Sources = [.. all.Select(row => row.Key.Source).Distinct().Order(StringComparer.Ordinal)];
        _toldTo = all.GroupBy(row => row.Key.Source).ToDictionary(source => source.Key, source => (int)Math.Clamp(source.Max(row => row.Key.Minute) - First + 1, 0, Minutes));
        _isOver = finish is not null;
        ElapsedSeconds = Math.Max(0, ((finish ?? now) - session.StartedAt).TotalSeconds);
        // The running minute may still be empty.
        var over = session.EndedAt is null ? Math.Max(1, Minutes - 1) : Minutes;
        Covered = Math.Min(1, Enumerable.Range(0, Minutes).Count(at => at < over && _series.Values.Any(series => series.Values[at] is not null)) / (double)over);
    }

    /// <summary>The first minute, since 1970 UTC.</summary>
    public long First { get; }
    /// <summary>How many minutes the show has had.</summary>
    public int Minutes { get; }
    public double ElapsedSeconds { get; }
    /// <summary>Share of the minutes that any source tells of.</summary>
    public double Covered { get; }
    public IReadOnlyList<string> Sources { get; }
    public IReadOnlyList<ProductFigures> Products { get; }

    public MeasureSeries? Series(M measure) => _series.GetValueOrDefault(measure);
    public IReadOnlyDictionary<M, MeasureSeries> Told => _series;

    /// <summary>Sum over the show, or its last level.</summary>
    public long? Total(M measure) => Series(measure)?.Total;

    /// <summary>Entries into the room: views where a source counts them, else people seen joining.</summary>
    public long? Views => Total(M.Views) ?? Total(M.Joined);
    /// <summary>Average concurrent users: the mean of the levels told.</summary>
    public double? AverageViewers => Ratio(Total(M.ViewersSum), Total(M.ViewersSeen));
    /// <summary>Peak concurrent users.</summary>
    public long? PeakViewers => Total(M.ViewersMost);
    /// <summary>Seconds that a view lasted on average: average viewers × duration ÷ views.</summary>
    public double? WatchSeconds => AverageViewers is { } viewers && Views is > 0 and var views ? viewers * ElapsedSeconds / views : null;
    /// <summary>GMV per thousand views, in minor units.</summary>
    public double? WatchGpm => Ratio(Total(M.Gmv), Views) * 1000;
    /// <summary>GMV per thousand impressions of the show, in minor units.</summary>
    public double? ShowGpm => Ratio(Total(M.Gmv), Total(M.Impressions)) * 1000;
    public double? EnterRate => Ratio(Total(M.Views), Total(M.Impressions));
    /// <summary>Product clicks ÷ views.</summary>
    public double? ClicksPerView => Ratio(Total(M.ProductClicks), Views);
    /// <summary>Product clicks ÷ product impressions.</summary>
    public double? ClicksPerImpression => Ratio(Total(M.ProductClicks), Total(M.ProductImpressions));
    /// <summary>Click-to-order rate: paid orders ÷ product clicks.</summary>
    public double? OrdersPerClick => Ratio(Total(M.OrdersPaid), Total(M.ProductClicks));
    public double? PaymentRate => Ratio(Total(M.OrdersPaid), Total(M.OrdersCreated));
    /// <summary>GMV per paid order, in minor units.</summary>
    public double? OrderValue => Ratio(Total(M.Gmv), Total(M.OrdersPaid));
    public double? CommentsPerMinute => Total(M.Comments) is { } comments && ElapsedSeconds > 0 ? comments / Math.Max(1, ElapsedSeconds / 60) : null;

    /// <summary>How many minutes are over and told of by the source of this measure: what it has not told yet is a gap and no zero.</summary>
    public int Known(M measure) => _isOver ? Minutes : Series(measure) is { } series ? Math.Min(Minutes - 1, _toldTo[series.Source]) : 0;

    /// <summary>The moment up to which this measure is told: now, unless its source is late.</summary>
    public DateTimeOffset KnownAt(M measure, DateTimeOffset now) => Series(measure) is { } series && _toldTo[series.Source] is var told && told < Minutes - 1
        ? DateTimeOffset.FromUnixTimeSeconds((First + told) * 60) : now;

    /// <summary>What came in the last minutes that are over.</summary>
    public long? Lately(M measure, int minutes)
    {
        if (Series(measure) is not { } series) return null;
        var over = series.Values.SkipLast(1).TakeLast(minutes).ToList();
        return over.Count == 0 ? null : over.Sum(value => value ?? 0);
    }

    internal static double? Ratio(double? part, double? whole) => part is { } p && whole is > 0 and var w ? p / w : null;
}

/// <summary>One product of a show.</summary>
public sealed record ProductFigures(string Number, IReadOnlyDictionary<M, MeasureSeries> Told)
{
    public long? Total(M measure) => Told.TryGetValue(measure, out var series) ? series.Total : null;
    public double? ClickRate => ShowFigures.Ratio(Total(M.ProductClicks), Total(M.ProductImpressions));
    public double? OrdersPerClick => ShowFigures.Ratio(Total(M.OrdersPaid), Total(M.ProductClicks));
}
