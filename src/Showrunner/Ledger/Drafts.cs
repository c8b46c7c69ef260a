using Showrunner.Creators;

namespace Showrunner.Ledger;

// What a file says, row by row, before anything in it is matched to people and products we know.
// A reader fills the same object again for every row: copy what you keep.

/// <summary>One line of an order. Money in minor units of the market's currency; instants UTC; Day is the market's local day.</summary>
public sealed class OrderLineDraft
{
    public string OrderNo = "", SkuNo = "", SellerSku = "", ProductNo = "", ProductName = "", ContentNo = "", CreatorHandle = "";
    public string ShopNo = "", ShopName = "", BuyerNo = "", CategoryPath = "";
    /// <summary>The partner campaign that the sale belongs to; empty for none.</summary>
    public string CampaignNo = "", CampaignName = "";
    /// <summary>What tells lines apart that are the same in all else: some files tell one sale in parts.</summary>
    public string InvitationNo = "", CommissionType = "";
    public string Channel = Ledger.Channel.Unknown, Status = LineStatus.Unknown;
    public DateTimeOffset OrderedAt;
    public DateOnly Day;
    public DateTimeOffset? PaidAt, DeliveredAt, SettledAt;
    /// <summary>Pieces sold; 0 on a pure return line. ReturnedQuantity counts pieces refunded or returned.</summary>
    public long Quantity, ReturnedQuantity;
    public long PriceMinor, GmvMinor, RefundMinor;
    /// <summary>Commission rate in millionths (15 % = 150,000), null when the file does not say.</summary>
    public long? CommissionRatePpm, AdsCommissionRatePpm;
    public long? EstBaseMinor, ActualBaseMinor, EstCommissionMinor, ActualCommissionMinor;
    public long? EstAdsCommissionMinor, ActualAdsCommissionMinor, EstBonusMinor, ActualBonusMinor;

    /// <summary>As SQL, what a column holds of which no file says anything.</summary>
    internal static string NothingSaid(Showrunner.Data.ColumnShape column) => column.Name switch
    {
        "channel" => $"'{Ledger.Channel.Unknown}'",
        "status" => $"'{LineStatus.Unknown}'",
        _ => column.Type == Showrunner.Data.ColumnType.Text ? "''" : "0",
    };
}

/// <summary>One figure as a file gives it: exact (Low = High), a range, or not shared. Money in minor units, ratios in millionths, counts as they are.</summary>
public readonly record struct Figure(string State, long Low, long High)
{
    public static Figure Exact(long value) => new(Known.Exact, value, value);
    public static Figure Range(long low, long high) => new(Known.Range, low, high);
    public static readonly Figure NotShared = new(Known.NotShared, 0, 0);
}

/// <summary>What a profile says of a creator on a day. Empty says nothing: what is known stays.</summary>
public sealed class CreatorDraft
{
    public string Handle = "", Name = "", CreatorNo = "", Category = "", Bio = "", Language = "", Level = "", Region = "", AgencyNo = "", AgencyName = "";
    public DateOnly Day;
    public long? Followers, AgencySplitPpm;
    public DateTimeOffset? LastContactedAt;
    public readonly Dictionary<CreatorMeasure, Figure> Values = [];
    /// <summary>How he is reached, by channel, and where else he posts, by platform.</summary>
    public readonly Dictionary<string, string> Contacts = [], Accounts = [];
}

/// <summary>A total over a period for a creator, product or shop, never spread over days. Keys of Totals are measure codes (see TotalMeasure).</summary>
public sealed class PeriodTotalDraft
{
    public string CreatorHandle = "", CreatorName = "", ProductNo = "", ProductName = "", CategoryPath = "", ShopNo = "", ShopName = "";
    public DateOnly From, To;
    public readonly Dictionary<string, Figure> Totals = [];
}

/// <summary>A video or a LIVE with its figures over a window (see StatWindow); null = the file does not say.</summary>
public sealed class ContentDraft
{
    public string Kind = ContentKind.Video, ContentNo = "", Title = "", Link = "", CreatorHandle = "", CreatorName = "", CreatorNo = "";
    public string CreatorCategory = "", ProductNo = "", ProductName = "", Window = StatWindow.Period;
    public DateTimeOffset PostedAt;
    public DateTimeOffset? EndedAt;
    public DateOnly Day, From, To;
    public long? DurationSeconds, Followers;
    public bool? PaidPromotion;
    public long? Views, Viewers, PeakViewers, AvgViewSeconds, Likes, Comments, Shares, NewFollowers, ProductImpressions, ProductClicks;
    public long? CreatedSkuOrders, SkuOrders, Orders, Customers, Items, ItemsRefunded, ProductsAdded, ProductsSold;
    /// <summary>Gmv is what was sold directly in or by the content; AttributedGmv what the marketplace attributes to it afterwards.</summary>
    public long? GmvMinor, AttributedGmvMinor, RefundMinor, EstCommissionMinor, EstFlatFeeMinor;
    /// <summary>Completion rate in millionths.</summary>
    public long? CompletionRatePpm;
    /// <summary>Creator's own figures that come with the row (GPM ranges and the like), keyed by measure code.</summary>
    public readonly Dictionary<string, Figure> CreatorTotals = [];
}

/// <summary>A product as a catalogue file describes it.</summary>
public sealed class ProductDraft
{
    public string ProductNo = "", Name = "", CategoryPath = "", CategoryName = "", ShopNo = "", ShopName = "", Status = "", Description = "";
    public Figure? PriceMinor;
    public long? CommissionRatePpm;
    public DateTimeOffset? ListedAt;
    /// <summary>Empty when the file carries no totals.</summary>
    public string Window = "";
    public DateOnly From, To;
    public readonly Dictionary<string, Figure> Totals = [];
}

/// <summary>What a seller's own list says of a product, or of one of its SKUs; null says nothing.</summary>
public sealed class GoodsDraft
{
    public string ProductNo = "", ProductName = "", SkuNo = "", ShopNo = "", ShopName = "";
    /// <summary>From this day on a piece costs <see cref="CostMinor"/>, until the next cost begins.</summary>
    public DateOnly CostFrom;
    /// <summary>The day of all the others.</summary>
    public DateOnly Day;
    public long? CostMinor, Stock, PriceMinor;
    /// <summary>Stars in millionths: 4.8 is 4,800,000.</summary>
    public long? RatingPpm;
}

/// <summary>A product that was offered to a creator, and how far it came; a day that is not told is null.</summary>
public sealed class OfferDraft
{
    public string CreatorHandle = "", CreatorName = "", ProductNo = "", ProductName = "", ShopNo = "", ShopName = "", Answer = "";
    public DateOnly Day;
    public DateOnly? AnsweredDay, SampleDay, PostedDay;
}

/// <summary>What a creator said to an offer; empty while he has not answered.</summary>
public static class OfferAnswer
{
    public const string None = "", Accepted = "accepted", Declined = "declined";
    public static readonly IReadOnlyList<string> All = [Accepted, Declined];
}

/// <summary>Codes of the measures that products have by day.</summary>
public static class GoodsMeasure
{
    public const string Cost = "cost", Stock = "stock", Price = "price", Rating = "rating";
}

/// <summary>Codes of the measures that period totals carry. Money ends in nothing special: the dictionary knows the unit.</summary>
public static class TotalMeasure
{
    public const string Gmv = "gmv", LiveGmv = "gmv_live", VideoGmv = "gmv_video", ProductCardGmv = "gmv_product_card";
    public const string Orders = "orders", LiveOrders = "orders_live", VideoOrders = "orders_video", Items = "items";
    public const string Refunds = "refunds", ItemsRefunded = "items_refunded";
    public const string EstCommission = "est_commission", ActualCommission = "actual_commission", EstFlatFee = "est_flat_fee";
    public const string PartnerEstCommission = "partner_est_commission", PartnerActualCommission = "partner_actual_commission";
    public const string TargetGmv = "gmv_target", TargetEstCommission = "est_commission_target";
    public const string OpenGmv = "gmv_open", OpenEstCommission = "est_commission_open", DirectGmv = "gmv_direct";
    public const string ProductsSold = "products_sold", ShowcaseProducts = "showcase_products", Samples = "samples", SampleContent = "sample_content";
    public const string Videos = "videos", Lives = "lives", ProductImpressions = "product_impressions", VideoViews = "video_views";
    public const string Customers = "customers", AvgDailyCustomers = "avg_daily_customers", Followers = "followers", Creators = "creators_with_sales";
    public const string Ctr = "ctr", Ctor = "ctor", Aov = "aov", LiveGpm = "gpm_live", VideoGpm = "gpm_video";
}
