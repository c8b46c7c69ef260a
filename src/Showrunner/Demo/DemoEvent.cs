namespace Showrunner.Demo;

/// <summary>Something that was planted in the market and that its figures show: what, when, how strong, and of whom.</summary>
/// <param name="Kind">One of the codes below.</param>
/// <param name="From">First day, counted from the demo's first.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Size">What it is depends on the kind; the truth file says it in words.</param>
internal sealed record DemoEvent(string Kind, int From, int To, double Size)
{
    public const string Promotion = "promotion", CampaignDay = "campaign_day", CategoryDay = "category_day", TakeOff = "take_off", Viral = "viral",
        StockOut = "stock_out", BadBatch = "bad_batch", Decline = "decline", Violation = "violation", CouponLeak = "coupon_leak", Hashtag = "hashtag";

    public DemoProduct? Product { get; init; }
    public int? Rank { get; init; }
    public int? Category { get; init; }
    public string? Channel { get; init; }

    public int Days => To - From + 1;
    public bool On(int day) => day >= From && day <= To;
}
