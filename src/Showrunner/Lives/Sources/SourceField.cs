namespace Showrunner.Lives.Sources;

/// <summary>What a file or a marketplace's answer tells of a show. Those from Ctr on are known and not kept: they are worked out here, or no figure of ours.</summary>
public enum SourceField
{
    Number, Title, Creator, Start, End, Duration, Time,
    Viewers, Acu, Pcu, Views, Joined, Leaves, Comments, Likes, Shares, Follows, Impressions, ProductImpressions, ProductClicks, Carts, OrdersCreated, Orders, Items, Gmv, Stock,
    Ctr, Ctor, UniqueViewers, WatchTime, Other,
}

internal static class SourceFields
{
    public static bool IsFigure(SourceField field) => field is >= SourceField.Viewers and < SourceField.Ctr;
    public static bool IsLevel(SourceField field) => field is SourceField.Viewers or SourceField.Acu or SourceField.Pcu or SourceField.Stock;

    /// <summary>Text key of its name.</summary>
    public static string Key(SourceField field) => field switch
    {
        SourceField.Follows or SourceField.Viewers or SourceField.Views or SourceField.Joined or SourceField.Leaves or SourceField.Comments or SourceField.Likes or SourceField.Shares or SourceField.Impressions
            or SourceField.ProductImpressions or SourceField.ProductClicks or SourceField.Carts or SourceField.OrdersCreated or SourceField.Items or SourceField.Gmv or SourceField.Stock => "live.measure." + field.ToString().ToLowerInvariant(),
        SourceField.Orders => "live.measure.orderspaid",
        SourceField.Acu => "live.acu",
        SourceField.Pcu => "live.pcu",
        _ => "live.field." + field.ToString().ToLowerInvariant(),
    };
}
