using Showrunner.Metrics;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;

namespace Showrunner.Insights.Explore;

/// <summary>The answer to an exploration: its groups, and the same question without groups for the totals row.</summary>
/// <param name="Asked">The question.</param>
/// <param name="Open">The market that was asked.</param>
/// <param name="Table">Groups in the asked order.</param>
/// <param name="Whole">One row: everything that the filters leave.</param>
/// <param name="Course">Everything by time, where there are more groups than the answer holds.</param>
/// <param name="Cut">There are more groups than the answer holds.</param>
public sealed record Explored(Exploration Asked, OpenMarket Open, MetricTable Table, MetricTable Whole, MetricTable? Course, bool Cut)
{
    public DayRange Range => Table.Query.Range;
    public IReadOnlyList<string> By => Asked.By;
    public bool HasTime => Asked.Grain != "none";
    public bool HasGroups => By.Count > 0;
    public bool IsEmpty => Table.Sources.All(s => s is null) || Whole.Rows[0].Values.All(v => v is null);
    public bool Compares => Table.Compared is not null;

    /// <summary>Index of the metric that is drawn.</summary>
    public int Drawn => Math.Max(0, Asked.Metrics.ToList().IndexOf(Asked.Draw ?? ""));

    public decimal? Before(MetricRow row, int metric) => ReadBoard.IsFair(Table.Sources[metric], Table.Compared, Open.Extent) ? row.Before[metric] : null;

    /// <summary>The figures of groups add up to that of all; ratios and distinct counts do not.</summary>
    public bool AddsUp(int metric) => Table.Sources[metric] is { } family && AddsUp(Table.Metrics[metric], family);

    public static bool AddsUp(Metric metric, Family family) => !metric.IsRatio && MetricDictionary.Measure(family, metric.Numerator).OverDays == OverDays.AddsUp;

    /// <summary>The figure of everything: the ungrouped one; the sum of the groups where only groups are told.</summary>
    public decimal? Total(int metric) => SameSource(metric) ? Whole.Rows[0].Values[metric] : AddsUp(metric) && !Cut ? Table.Rows.Sum(r => r.Values[metric]) : null;

    public decimal? TotalBefore(int metric) => SameSource(metric) ? Before(Whole.Rows[0], metric) : null;

    // Creators and products tell their totals apart: the one's are no check of the other's.
    private bool SameSource(int metric) => Whole.Sources[metric] == Table.Sources[metric]
        && (Table.Sources[metric] != Family.Totals || !By.Any(IsOfProduct) || Asked.Where.Any(f => IsOfProduct(f.Dimension)));

    private static bool IsOfProduct(string dimension) => dimension is "product" or "category";
}
