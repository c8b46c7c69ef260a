using Showrunner.Platform;

namespace Showrunner.Metrics;

/// <summary>
/// An answer. Money stands in minor units of the market's currency, rates as fractions, durations in seconds or hours,
/// unknown as null. Before holds the comparison period's figures in the same order.
/// </summary>
public sealed record MetricTable(MetricQuery Query, IReadOnlyList<Metric> Metrics, IReadOnlyList<MetricRow> Rows)
{
    /// <summary>The ledger change that the answer includes.</summary>
    public required long Freshness { get; init; }
    public required DateTimeOffset AsOf { get; init; }
    /// <summary>Family that answered each metric, in the order of Metrics; null when nothing is known for the period.</summary>
    public required IReadOnlyList<Family?> Sources { get; init; }
    /// <summary>The periods whose totals were added up, when totals answered.</summary>
    public IReadOnlyList<DayRange> TotalPeriods { get; init; } = [];
    public DayRange? Compared { get; init; }

    public bool FromTotals => TotalPeriods.Count > 0;
    public int Index(string metric)
    {
        for (var i = 0; i < Metrics.Count; i++) if (Metrics[i].Code == metric) return i;
        throw new ArgumentException($"The answer has no metric '{metric}'.", nameof(metric));
    }

    /// <summary>The figure of an answer with one row.</summary>
    public decimal? this[string metric] => Rows.Count == 0 ? null : Rows[0].Values[Index(metric)];
    public decimal? Before(string metric) => Rows.Count == 0 ? null : Rows[0].Before[Index(metric)];
}

/// <summary>One group: the dimension values as codes or row numbers, how they are called, and the figures.</summary>
/// <param name="Keys">Values of the dimensions, in the order of By.</param>
/// <param name="Labels">What people call them (handles, product names, shop names; codes for the rest).</param>
/// <param name="Bucket">First day of the day, week or month, with a grain.</param>
/// <param name="Values">Figures in the order of Metrics.</param>
/// <param name="Before">Figures of the comparison period, null throughout without one.</param>
public sealed record MetricRow(IReadOnlyList<string> Keys, IReadOnlyList<string> Labels, DateOnly? Bucket, decimal?[] Values, decimal?[] Before);
