namespace Showrunner.Ledger;

/// <summary>Where a sale was made. The codes are what files, queries and the API say.</summary>
public static class Channel
{
    public const string Live = "live", Video = "video", ProductCard = "product_card", Showcase = "showcase", Unknown = "unknown";
    public static readonly IReadOnlyList<string> All = [Live, Video, ProductCard, Showcase, Unknown];
}

/// <summary>What became of an order line, in the marketplace's own sense.</summary>
public static class LineStatus
{
    public const string Unpaid = "unpaid", Processing = "processing", Completed = "completed", Settled = "settled",
        Cancelled = "cancelled", Ineligible = "ineligible", Frozen = "frozen", Deducted = "deducted", Unknown = "unknown";
    public static readonly IReadOnlyList<string> All =
        [Unpaid, Processing, Completed, Settled, Cancelled, Ineligible, Frozen, Deducted, Unknown];
}

/// <summary>How well a figure is known: exactly, as a range, or not at all because its owner does not share it.</summary>
public static class Known
{
    public const string Exact = "exact", Range = "range", NotShared = "not_shared";
}

public static class ContentKind
{
    public const string Video = "video", Live = "live";
}

/// <summary>What span a content figure covers: a report's period, the 28 days after posting, or the show itself.</summary>
public static class StatWindow
{
    public const string Period = "period", Days28 = "28d", Session = "session";
}
