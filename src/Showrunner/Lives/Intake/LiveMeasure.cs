namespace Showrunner.Lives.Intake;

/// <summary>What is counted by the minute. Each is a column of <see cref="LiveMinute"/>, empty where the source does not tell it.</summary>
public enum LiveMeasure
{
    /// <summary>Concurrent viewers: the last level of the minute, its highest, the sum of the levels told and their number.</summary>
    Viewers, ViewersMost, ViewersSum, ViewersSeen,
    Joined, Leaves, Impressions, Views, Comments, Likes, Shares, Follows,
    ProductImpressions, ProductClicks, Carts, OrdersCreated, OrdersPaid, OrdersCancelled, Items, Gmv, Refunds, Refunded,
    /// <summary>Pieces left, the last level of the minute.</summary>
    Stock,
    /// <summary>Comments that ask or complain, by their words; empty where a source tells how many but not what was said.</summary>
    Questions, Complaints,
}

public static class LiveMeasures
{
    public static readonly LiveMeasure[] All = Enum.GetValues<LiveMeasure>();
    public static readonly string[] Columns = [.. All.Select(measure => Data.Names.Snake(measure.ToString()))];

    /// <summary>A level: a later one replaces it, and it is never added up.</summary>
    public static bool IsLevel(LiveMeasure measure) => measure is LiveMeasure.Viewers or LiveMeasure.Stock;
}
