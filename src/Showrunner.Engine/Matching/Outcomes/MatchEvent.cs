namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>Where a creator showed a product.</summary>
public enum MatchChannel
{
    Video,
    Live,
    ProductCard,
    Other,
}

/// <summary>A creator showed a product once.</summary>
/// <param name="Creator">External id.</param>
/// <param name="Product">External id.</param>
/// <param name="Day">Market-local day as a day number of any calendar, the same throughout a history.</param>
public sealed record MatchEvent(string Creator, string Product, int Day)
{
    public MatchChannel Channel { get; init; }

    /// <summary>Minutes after midnight, market-local, 0 to 1439; null where only the day is known.</summary>
    public int? Minute { get; init; }

    /// <summary>Items sold through it, 0 or more.</summary>
    public double Units { get; init; }

    /// <summary>In the market's currency, 0 or more.</summary>
    public double Gmv { get; init; }

    /// <summary>Likes it brought in the days its sales are counted for, 0 or more; null where not known.</summary>
    public double? Likes { get; init; }

    /// <summary>Whether money was spent to show it; null where not known. May be decided after posting, so it is known with the sales.</summary>
    public bool? Promoted { get; init; }

    /// <summary>From which day on its sales and likes may be used; before that only the showing itself is known. Null: its own day.</summary>
    public int? KnownFrom { get; init; }

    /// <summary>Title with hashtags.</summary>
    public string? Text { get; init; }

    /// <summary>Seconds.</summary>
    public double? Length { get; init; }
}
