using Showrunner.Creators;
using Showrunner.Creators.Contacts;
using Showrunner.Creators.Persons;
using Showrunner.DuckDb;

namespace Showrunner.Ledger.Loading;

// A draft becomes a staged row; the order of the appends is the order of the columns in Facts.
public sealed partial class Stage
{
    private readonly HashSet<string> _shops = [];

    /// <summary>One row of the file is one call of Add, whatever number of facts it holds.</summary>
    public void Add(OrderLineDraft d)
    {
        Rows++;
        Note(d.Day);
        var a = Fact(Facts.OrderLine);
        var hash = Hash.Of(d.OrderNo, d.SkuNo, d.ProductNo, d.CreatorHandle, d.ContentNo);
        Start(a, hash, d.CreatorHandle, d.ProductNo, d.ProductName, Shop(d.ShopNo, d.ShopName), d.CategoryPath);
        a.Append(d.OrderNo); a.Append(d.SkuNo); a.Append(d.ContentNo);
        a.Append(Hash.OrderKey(d.OrderNo)); a.Append(d.Day); a.Append(d.OrderedAt);
        a.Append(d.Channel); a.Append(d.Status); a.Append(d.SellerSku); a.Append(d.BuyerNo);
        a.Append(d.Quantity); a.Append(d.ReturnedQuantity); a.Append(d.PriceMinor); a.Append(d.GmvMinor); a.Append(d.RefundMinor);
        a.Append(d.CommissionRatePpm); a.Append(d.AdsCommissionRatePpm); a.Append(d.EstBaseMinor); a.Append(d.ActualBaseMinor);
        a.Append(d.EstCommissionMinor); a.Append(d.ActualCommissionMinor); a.Append(d.EstAdsCommissionMinor); a.Append(d.ActualAdsCommissionMinor);
        a.Append(d.EstBonusMinor); a.Append(d.ActualBonusMinor);
        a.Append(d.PaidAt); a.Append(d.DeliveredAt); a.Append(d.SettledAt);
        a.Append(Campaign(d)); a.Append(d.InvitationNo.Length + d.CommissionType.Length == 0 ? 0 : Hash.Of(d.InvitationNo, d.CommissionType, "", 0, 0));
        a.EndRow();
    }

    private readonly Dictionary<string, (long Number, bool IsNamed)> _campaigns = [];

    /// <summary>Which campaign of the file, counted from 1; null for none.</summary>
    private long? Campaign(OrderLineDraft d)
    {
        if (d.CampaignNo.Length == 0) return null;
        if (_campaigns.TryGetValue(d.CampaignNo, out var known) && (known.IsNamed || d.CampaignName.Length == 0)) return known.Number;
        _campaigns[d.CampaignNo] = known = (known.Number == 0 ? _campaigns.Count + 1 : known.Number, d.CampaignName.Length > 0);
        var a = People("campaign_seen");
        a.Append(known.Number); a.Append(d.CampaignNo); a.Append(d.CampaignName);
        a.EndRow();
        return known.Number;
    }

    public void Add(PeriodTotalDraft d)
    {
        Rows++;
        var subject = d.ProductNo.Length > 0 ? "product" : d.CreatorHandle.Length > 0 ? "creator" : "shop";
        var shop = Shop(d.ShopNo, d.ShopName);
        if (d.CreatorHandle.Length > 0)
            Creator(d.CreatorHandle, d.CreatorName, "", "", d.Totals.TryGetValue(TotalMeasure.Followers, out var f) ? f.Low : null, d.To);
        Totals(d.CreatorHandle, d.ProductNo, d.ProductName, shop, d.CategoryPath, subject, d.From, d.To, d.Totals);
    }

    public void Add(ContentDraft d)
    {
        Rows++;
        if (d.CreatorHandle.Length > 0) Creator(d.CreatorHandle, d.CreatorName, d.CreatorNo, d.CreatorCategory, d.Followers, d.Day);
        if (d.CreatorTotals.Count > 0) Totals(d.CreatorHandle, "", "", "", "", "creator", d.From, d.To, d.CreatorTotals, once: true);
        Note(d.Day);
        var a = Fact(Facts.ContentStat);
        var hash = Hash.Of(d.CreatorHandle, d.ContentNo, d.ProductNo, d.Window, d.From.DayNumber, d.To.DayNumber);
        Start(a, hash, d.CreatorHandle, d.ProductNo, d.ProductName, "", "");
        a.Append(d.ContentNo); a.Append(d.Window); a.Append(d.From); a.Append(d.To);
        a.Append(d.Kind); a.Append(d.Title); a.Append(d.Link); a.Append(d.Day); a.Append(d.PostedAt); a.Append(d.EndedAt);
        a.Append(d.DurationSeconds); a.Append(d.PaidPromotion is { } paid ? paid ? 1L : 0L : null);
        a.Append(d.Views); a.Append(d.Viewers); a.Append(d.PeakViewers); a.Append(d.AvgViewSeconds);
        a.Append(d.Likes); a.Append(d.Comments); a.Append(d.Shares); a.Append(d.NewFollowers); a.Append(d.ProductImpressions); a.Append(d.ProductClicks);
        a.Append(d.CreatedSkuOrders); a.Append(d.SkuOrders); a.Append(d.Orders); a.Append(d.Customers); a.Append(d.Items); a.Append(d.ItemsRefunded);
        a.Append(d.ProductsAdded); a.Append(d.ProductsSold); a.Append(d.GmvMinor); a.Append(d.AttributedGmvMinor); a.Append(d.RefundMinor);
        a.Append(d.EstCommissionMinor); a.Append(d.EstFlatFeeMinor); a.Append(d.CompletionRatePpm);
        a.EndRow();
    }

    public void Add(CreatorDraft d)
    {
        Rows++;
        Creator(d.Handle, d.Name, d.CreatorNo, d.Category, d.Followers, d.Day);
        var (told, hidden) = CreatorMeasure.Bits(d.Values);
        var a = People("creator_told");
        a.Append(Rows); a.Append(d.Handle); a.Append(d.Day); a.Append(d.Bio); a.Append(d.Language); a.Append(d.Level); a.Append(d.Region); a.Append(Agency(d));
        a.Append(d.LastContactedAt); a.Append(told); a.Append(hidden);
        foreach (var measure in CreatorMeasure.All)
        {
            var (low, high) = CreatorMeasure.Ends(d.Values.TryGetValue(measure, out var figure) ? figure : null);
            a.Append(low); a.Append(high);
        }
        a.EndRow();
        foreach (var (channel, value) in d.Contacts) Reached(d.Handle, Contact, channel, value.Trim(), ContactChannel.KeyOf(channel, value));
        foreach (var (platform, handle) in d.Accounts) Reached(d.Handle, Account, platform, CreatorAccount.KeyOf(handle), CreatorAccount.KeyOf(handle));
    }

    internal const string Contact = "contact", Account = "account";

    private void Reached(string handle, string kind, string place, string value, string key)
    {
        if (key.Length == 0) return;
        var a = People("creator_reached");
        a.Append(handle); a.Append(kind); a.Append(place); a.Append(value); a.Append(key);
        a.EndRow();
    }

    public void Add(ProductDraft d)
    {
        Rows++;
        var shop = Shop(d.ShopNo, d.ShopName);
        var a = People("product_seen");
        a.Append(Rows); a.Append(d.ProductNo); a.Append(d.Name); a.Append(shop); a.Append(d.CategoryPath); a.Append(d.CategoryName);
        a.Append(d.PriceMinor?.Low); a.Append(d.PriceMinor?.High); a.Append(d.CommissionRatePpm); a.Append(d.ListedAt); a.Append(d.Status); a.Append(d.Description);
        a.EndRow();
        if (d.Totals.Count > 0) Totals("", d.ProductNo, "", shop, "", "product", d.From, d.To, d.Totals);
    }

    public void Add(GoodsDraft d)
    {
        Rows++;
        var shop = Shop(d.ShopNo, d.ShopName);
        Goods(d, shop, GoodsMeasure.Cost, d.CostFrom, d.CostMinor);
        Goods(d, shop, GoodsMeasure.Stock, d.Day, d.Stock);
        Goods(d, shop, GoodsMeasure.Price, d.Day, d.PriceMinor);
        Goods(d, shop, GoodsMeasure.Rating, d.Day, d.RatingPpm);
    }

    private void Goods(GoodsDraft d, string shop, string measure, DateOnly day, long? value)
    {
        if (value is not { } known) return;
        var a = Fact(Facts.ProductFigure);
        Start(a, Hash.Of(d.ProductNo, d.SkuNo, measure, day.DayNumber, 0), "", d.ProductNo, d.ProductName, shop, "");
        a.Append(measure); a.Append(d.SkuNo); a.Append(day); a.Append(known);
        a.EndRow();
    }

    public void Add(OfferDraft d)
    {
        Rows++;
        Creator(d.CreatorHandle, d.CreatorName, "", "", null, d.Day);
        var a = Fact(Facts.Offer);
        Start(a, Hash.Of(d.CreatorHandle, d.ProductNo, "", d.Day.DayNumber, 0), d.CreatorHandle, d.ProductNo, d.ProductName, Shop(d.ShopNo, d.ShopName), "");
        a.Append(d.Day); a.Append(d.Answer); a.Append(d.AnsweredDay); a.Append(d.SampleDay); a.Append(d.PostedDay);
        a.EndRow();
    }

    private readonly HashSet<(string, string)> _saidOnce = [];

    private void Totals(string handle, string productNo, string productName, string shop, string category, string subject,
        DateOnly from, DateOnly to, Dictionary<string, Figure> totals, bool once = false)
    {
        var a = Fact(Facts.PeriodTotal);
        foreach (var (measure, figure) in totals)
        {
            // A creator's own figures stand on each of his videos; they are one fact.
            if (once && !_saidOnce.Add((handle, measure))) continue;
            var hash = Hash.Of(handle, productNo, measure, from.DayNumber, to.DayNumber);
            Start(a, hash, handle, productNo, productName, shop, category);
            a.Append(measure); a.Append(from); a.Append(to);
            a.Append(subject); a.Append(figure.State); a.Append(figure.Low); a.Append(figure.High);
            a.EndRow();
        }
    }

    private DateOnly _day;
    private long _dayChanges;

    /// <summary>The file goes through its days one after the other, as exports do.</summary>
    internal bool IsInDays => _dayChanges < Rows / 1000;

    private void Note(DateOnly day)
    {
        if (day == _day) return;
        _day = day;
        _dayChanges++;
    }

    private void Start(DuckAppender a, long hash, string handle, string productNo, string productName, string shop, string category)
    {
        a.Append(Rows); a.Append(hash); a.Append(handle); a.Append(productNo); a.Append(productName); a.Append(shop); a.Append(category);
    }

    private void Creator(string handle, string name, string externalNo, string category, long? followers, DateOnly day)
    {
        var a = People("creator_seen");
        a.Append(handle); a.Append(name); a.Append(externalNo); a.Append(category); a.Append(followers); a.Append(day);
        a.EndRow();
    }

    private readonly HashSet<string> _agencies = [];

    private string Agency(CreatorDraft d)
    {
        var no = d.AgencyNo.Length > 0 ? d.AgencyNo : d.AgencyName;
        if (no.Length == 0 || !_agencies.Add(no)) return no;
        var a = People("agency_seen");
        a.Append(no); a.Append(d.AgencyName.Length > 0 ? d.AgencyName : no); a.Append(d.AgencySplitPpm);
        a.EndRow();
        return no;
    }

    /// <summary>Returns the shop's number (its name where a file gives no number) and notes the shop once.</summary>
    private string Shop(string shopNo, string shopName)
    {
        var no = shopNo.Length > 0 ? shopNo : shopName;
        if (no.Length == 0 || !_shops.Add(no)) return no;
        var a = People("shop_seen");
        a.Append(no); a.Append(shopName.Length > 0 ? shopName : no);
        a.EndRow();
        return no;
    }
}
