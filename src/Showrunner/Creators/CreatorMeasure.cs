using Showrunner.Data;
using Showrunner.Ledger;

namespace Showrunner.Creators;

/// <summary>What a measured value counts: pieces, money in minor units, or millionths.</summary>
public enum MeasureUnit { Count, Money, Rate }

/// <summary>
/// A value that a creator's profile tells exactly, as a range, or keeps back. Stored as two ends (equal when exact) and,
/// where it is kept back, this measure's bit among the creator's hidden ones; neither is unknown.
/// </summary>
/// <param name="Code">Also the beginning of its columns.</param>
/// <param name="Number">Its bit; never given to another measure.</param>
/// <param name="Unit">How it is shown.</param>
public sealed record CreatorMeasure(string Code, int Number, MeasureUnit Unit)
{
    public static readonly CreatorMeasure
        Gmv = new("gmv30", 0, MeasureUnit.Money), Units = new("units30", 1, MeasureUnit.Count),
        VideoViews = new("video_views", 2, MeasureUnit.Count), LiveViewers = new("live_viewers", 3, MeasureUnit.Count),
        Engagement = new("engagement", 4, MeasureUnit.Rate), Commission = new("commission", 5, MeasureUnit.Rate), PostRate = new("post_rate", 6, MeasureUnit.Rate),
        Female = new("female", 7, MeasureUnit.Rate), Age18 = new("age18", 8, MeasureUnit.Rate), Age25 = new("age25", 9, MeasureUnit.Rate),
        Age35 = new("age35", 10, MeasureUnit.Rate), Age45 = new("age45", 11, MeasureUnit.Rate), Age55 = new("age55", 12, MeasureUnit.Rate);

    public static readonly IReadOnlyList<CreatorMeasure> Ages = [Age18, Age25, Age35, Age45, Age55];
    public static readonly IReadOnlyList<CreatorMeasure> All = [Gmv, Units, VideoViews, LiveViewers, Engagement, Commission, PostRate, Female, .. Ages];

    public long Bit => 1L << Number;
    public string Low => Code + "_low";
    public string High => Code + "_high";

    /// <summary>Both ends of every measure, as columns.</summary>
    public static IEnumerable<ColumnShape> Columns => All.SelectMany(m => new[] { m.Low, m.High }).Select(name => new ColumnShape(name, ColumnType.Long, Nullable: true));

    /// <summary>What is known of it; null is unknown.</summary>
    public Figure? Read(long? low, long? high, long hidden) =>
        (hidden & Bit) != 0 ? Figure.NotShared
        : low is { } from && high is { } to ? from == to ? Figure.Exact(from) : Figure.Range(from, to)
        : null;

    /// <summary>The ends to store; none for what is unknown or kept back.</summary>
    public static (long? Low, long? High) Ends(Figure? figure) => figure is { State: not Known.NotShared } told ? (told.Low, told.High) : (null, null);

    /// <summary>The bits of the measures that are told of at all, and of those kept back.</summary>
    public static (long Told, long Hidden) Bits(IReadOnlyDictionary<CreatorMeasure, Figure> values) =>
        (values.Keys.Sum(m => m.Bit), values.Where(v => v.Value.State == Known.NotShared).Sum(v => v.Key.Bit));
}
