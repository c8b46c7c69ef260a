using Showrunner.Lives.Intake;

namespace Showrunner.Lives.Watching;

/// <summary>One measure of a show by the minute, from the source that tells most of it.</summary>
/// <param name="Source">Who told it.</param>
/// <param name="Values">By minute since the show's first; null where nothing was told.</param>
/// <param name="Total">Sum, highest total or last level.</param>
/// <param name="RanBackwards">How often a total fell: it was not believed.</param>
public sealed record MeasureSeries(string Source, IReadOnlyList<long?> Values, long Total, int RanBackwards)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Sources may tell of the same thing, so one of them is chosen: of those that go on telling minutes as long as any does, who told most of them, then who told last, then by name.
    /// </summary>
    public static MeasureSeries? Of(LiveMeasure measure, IEnumerable<MinuteRow> rows, long first, int minutes) =>
        rows.Where(row => row[measure] is not null).ToList() is { Count: > 0 } told ? Of(measure, told, told.Max(row => row.SampledAt), first, minutes) : null;

    private static MeasureSeries Of(LiveMeasure measure, List<MinuteRow> told, DateTimeOffset newest, long first, int minutes) =>
        told.GroupBy(row => row.Key.Source)
            .Select(source => (source.Key, Rows: source, Minutes: source.Select(row => row.Key.Minute).Distinct().Count(), Last: source.Max(row => row.SampledAt)))
            .OrderByDescending(source => source.Minutes > 1 && newest - source.Last <= Fresh).ThenByDescending(source => source.Minutes).ThenByDescending(source => source.Last).ThenBy(source => source.Key, StringComparer.Ordinal)
            .Select(source => From(source.Key, measure, [.. source.Rows.OrderBy(row => row.Key.Minute)], first, minutes)).First();

    private static MeasureSeries From(string source, LiveMeasure measure, List<MinuteRow> rows, long first, int minutes)
    {
        var values = new long?[minutes];
        var (total, back) = (0L, 0);
        var counts = rows.Where(row => !row.Key.IsTotal).ToList();
        foreach (var row in counts)
        {
            var value = row[measure]!.Value;
            if (Place(row) is { } at) values[at] = value;
            total = LiveMeasures.IsLevel(measure) ? value : measure == LiveMeasure.ViewersMost ? Math.Max(total, value) : total + value;
        }
        if (counts.Count > 0) return new(source, values, total, 0);
        long? before = null;
        foreach (var row in rows)
        {
            var value = row[measure]!.Value;
            if (before is { } highest && value < highest) { back++; continue; }
            // What a counter held when it was first seen was counted in minutes that nobody watched, unless the show had only begun.
            if (Place(row) is { } at && (before is not null || at <= 1)) values[at] = value - (before ?? 0);
            before = value;
        }
        return new(source, values, before ?? 0, back);

        int? Place(MinuteRow row) => row.Key.Minute - first is var at && at >= 0 && at < minutes ? (int)at : null;
    }
}
