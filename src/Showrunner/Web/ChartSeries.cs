namespace Showrunner.Web;

/// <summary>One line or one row of bars.</summary>
/// <param name="Name">As said to people.</param>
/// <param name="Values">One per label; null where unknown. Minor units for money, fractions for rates.</param>
/// <param name="Role">subject (accent colour), compare (dashed), usual (a dashed line, among bars too) or context (grey); channel takes the channel's colour.</param>
/// <param name="Channel">live, video, product_card, link: fixed colours everywhere.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, string Role = "subject", string? Channel = null)
{
    /// <summary>Where it is another than the chart's, as on the two axes of a point chart.</summary>
    public FigureUnit? Unit { get; init; }
}

/// <summary>A marked moment on a time axis.</summary>
public sealed record ChartEvent(int At, string Name);
