using Showrunner.Platform;

namespace Showrunner.Insights;

/// <summary>One headline figure.</summary>
/// <param name="Code">Metric of the dictionary.</param>
/// <param name="Value">Minor units, a fraction or a count; null is unknown.</param>
/// <param name="Before">The same in the comparison period; null where it is unknown or cannot be compared fairly.</param>
/// <param name="Trend">One value per bucket of the board.</param>
/// <param name="Basis">lines, totals or content; null when nothing is known.</param>
public sealed record BoardFigure(string Code, decimal? Value, decimal? Before, IReadOnlyList<decimal?> Trend, string? Basis);

/// <summary>What one channel sold, and which part of the whole that is.</summary>
public sealed record ChannelFigure(string Channel, decimal? Gmv, decimal? Before, double? Share, IReadOnlyList<decimal?> Trend);

/// <summary>Totals by channel are given beside the total of all: do they add up?</summary>
public sealed record SplitCheck(decimal Sum, decimal Gmv)
{
    public decimal Difference => Gmv - Sum;
}

/// <summary>The figures of a market, a creator, a product or a shop over a period.</summary>
/// <param name="Basis">What GMV comes from: lines, totals, or none.</param>
/// <param name="Grain">day or week.</param>
public sealed record Board(
    string Market, DayRange Range, DayRange? Compared, string Basis, string Grain, IReadOnlyList<BoardFigure> Figures, IReadOnlyList<DateOnly> Buckets,
    IReadOnlyList<decimal?> GmvBefore, IReadOnlyList<ChannelFigure> Channels, SplitCheck? Check, IReadOnlyList<DayRange> TotalPeriods,
    MarketExtent Extent, long Change, DateTimeOffset AsOf)
{
    public BoardFigure? Find(string code) => Figures.FirstOrDefault(f => f.Code == code);
    public bool IsEmpty => Figures.All(f => f.Basis is null || f.Value is null);
}
