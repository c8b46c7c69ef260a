using Showrunner.Imports.Kinds;
using Showrunner.Ledger;
using Showrunner.Markets;

namespace Showrunner.Imports.Reading;

/// <summary>Order lines, from the affiliate order export or from any file through a mapping. Current is filled again for every row.</summary>
internal sealed class OrderLineReader : FactReader
{
    private readonly bool _mapped, _returnsAreNegative;
    private readonly int _orderNo, _skuNo, _sellerSku, _productNo, _productName, _contentNo, _creator, _shopNo, _shopName, _buyerNo, _category, _campaign, _campaignName, _invitation, _commissionType;
    private readonly int _channel, _status, _currency, _orderedAt, _paidAt, _deliveredAt, _settledAt;
    private readonly int _quantity, _returned, _refunded, _fullyReturned, _price, _gmv, _gmvTimes, _refund, _rate, _adsRate;
    private readonly int _estBase, _actualBase, _estCommission, _actualCommission, _estAds, _actualAds, _estBonus, _actualBonus;

    public OrderLineReader(RowSource source, Recognition recognition, MarketRules market, ReadOptions options)
        : base(source, recognition, market, options)
    {
        _mapped = options.Mapping is not null;
        _returnsAreNegative = options.Mapping?.ReturnsAreNegative ?? false;
        options.Mapping?.CheckMarket(market);
        (_orderNo, _skuNo, _sellerSku) = (Column(OrderField.OrderNo), Column(OrderField.SkuNo), Column(OrderField.SellerSku));
        (_productNo, _productName, _contentNo) = (Column(OrderField.ProductNo), Column(OrderField.ProductName), Column(OrderField.ContentNo));
        (_creator, _buyerNo, _category) = (Column(OrderField.Creator), Column(OrderField.BuyerNo), Column(OrderField.Category));
        (_shopNo, _shopName) = (Column(OrderField.ShopNo), Column(OrderField.ShopName));
        (_campaign, _campaignName) = (Column(OrderField.CampaignNo), Column(OrderField.CampaignName));
        (_invitation, _commissionType) = (Column(OrderField.InvitationNo), Column(OrderField.CommissionType));
        (_channel, _status, _currency) = (Column(OrderField.Channel), Column(OrderField.Status), Column(OrderField.Currency));
        (_orderedAt, _paidAt) = (Column(OrderField.OrderedAt), Column(OrderField.PaidAt));
        (_deliveredAt, _settledAt) = (Column(OrderField.DeliveredAt), Column(OrderField.SettledAt));
        (_quantity, _returned, _refunded) = (Column(OrderField.Quantity), Column(OrderField.ReturnedQuantity), Column(OrderField.RefundedQuantity));
        (_fullyReturned, _price, _gmv, _refund) = (Column(OrderField.FullyReturned), Column(OrderField.Price), Column(OrderField.Gmv), Column(OrderField.Refund));
        _gmvTimes = options.Mapping?.Times(OrderField.Gmv) is { } factor ? Column(factor) : -1;
        (_rate, _adsRate) = (Column(OrderField.CommissionRate), Column(OrderField.AdsCommissionRate));
        (_estBase, _actualBase) = (Column(OrderField.EstBase), Column(OrderField.ActualBase));
        (_estCommission, _actualCommission) = (Column(OrderField.EstCommission), Column(OrderField.ActualCommission));
        (_estAds, _actualAds) = (Column(OrderField.EstAdsCommission), Column(OrderField.ActualAdsCommission));
        (_estBonus, _actualBonus) = (Column(OrderField.EstBonus), Column(OrderField.ActualBonus));
    }

    public OrderLineDraft Current { get; } = new();

    /// <summary>Columns of the ledger's lines of which this file cannot say anything, for want of a column of its own.</summary>
    public IReadOnlyList<string> Untold(bool shopIsGiven) =>
    [
        .. new (string Column, bool IsTold)[]
        {
            ("shop_id", shopIsGiven || _shopNo >= 0 || _shopName >= 0), ("channel", _channel >= 0), ("status", _status >= 0),
            ("seller_sku", _sellerSku >= 0), ("buyer_no", _buyerNo >= 0), ("price_minor", _price >= 0),
            ("returned_quantity", TellsReturns), ("refund_minor", TellsReturns || _refund >= 0),
            ("commission_rate_ppm", _rate >= 0), ("ads_commission_rate_ppm", _adsRate >= 0),
            ("est_base_minor", _estBase >= 0), ("actual_base_minor", _actualBase >= 0),
            ("est_commission_minor", _estCommission >= 0), ("actual_commission_minor", _actualCommission >= 0),
            ("est_ads_commission_minor", _estAds >= 0), ("actual_ads_commission_minor", _actualAds >= 0),
            ("est_bonus_minor", _estBonus >= 0), ("actual_bonus_minor", _actualBonus >= 0),
            ("paid_at", _paidAt >= 0), ("delivered_at", _deliveredAt >= 0), ("settled_at", _settledAt >= 0), ("campaign_id", _campaign >= 0),
        }.Where(c => !c.IsTold).Select(c => c.Column),
    ];

    private bool TellsReturns => _returnsAreNegative || _returned >= 0 || _refunded >= 0 || _fullyReturned >= 0;

    protected override bool IsFigure(string? field) => field is not (null or OrderField.ProductName or OrderField.Channel or OrderField.Status
        or OrderField.Creator or OrderField.ShopName or OrderField.CampaignName or OrderField.CommissionType or OrderField.SellerSku or OrderField.Category or OrderField.FullyReturned);

    protected override void Fill() => _ = Who() && When() && Sold() && Commission();

    /// <summary>Some files number even what belongs to no campaign.</summary>
    private const string NoCampaign = "0";

    private bool Who()
    {
        if (!Id(_orderNo, out Current.OrderNo, !_mapped) || !Id(_skuNo, out Current.SkuNo, !_mapped) || !Id(_productNo, out Current.ProductNo, !_mapped)) return false;
        if (!Id(_contentNo, out Current.ContentNo) || !Id(_buyerNo, out Current.BuyerNo) || !Id(_shopNo, out Current.ShopNo)) return false;
        if (!Id(_campaign, out Current.CampaignNo) || !Id(_invitation, out Current.InvitationNo)) return false;
        if (Current.CampaignNo == NoCampaign) Current.CampaignNo = "";
        Current.CampaignName = Text(_campaignName);
        Current.CommissionType = Text(_commissionType);
        Current.SellerSku = Text(_sellerSku);
        Current.ProductName = Text(_productName);
        Current.ShopName = Text(_shopName);
        Current.CategoryPath = Text(_category);
        Current.CreatorHandle = Handle(_creator);
        Current.Channel = Words.Channel.Code(Cell(_channel));
        Current.Status = Words.Status.Code(Cell(_status));
        return true;
    }

    private bool When()
    {
        if (!Moment(_orderedAt, out var ordered, out Current.Day)) return false;
        if (ordered is not { } instant) return Fail("value_missing", _orderedAt, "");
        Current.OrderedAt = instant;
        return Moment(_paidAt, out Current.PaidAt, out _) && Moment(_deliveredAt, out Current.DeliveredAt, out _)
            && Moment(_settledAt, out Current.SettledAt, out _);
    }

    private bool Sold()
    {
        if (!CurrencyFits(_currency) || !Count(_quantity, out var quantity, mayBeNegative: true)) return false;
        if (quantity is not { } pieces) return Fail("value_missing", _quantity, "");
        if (pieces < 0 && !_returnsAreNegative) return Fail("quantity_negative", _quantity, Cell(_quantity));
        if (!Money(_price, out var price) || !Amount(pieces, price, out var amount)) return false;
        Current.PriceMinor = price ?? 0;
        if (pieces < 0)
        {
            (Current.Quantity, Current.ReturnedQuantity, Current.GmvMinor, Current.RefundMinor) = (0, -pieces, 0, -amount);
            return true;
        }
        Current.Quantity = pieces;
        Current.GmvMinor = amount;
        if (!Returned(pieces, out Current.ReturnedQuantity) || !Money(_refund, out var refund)) return false;
        Current.RefundMinor = refund ?? Share(amount, Current.ReturnedQuantity, pieces);
        return true;
    }

    // What was paid when the file says so, else price times pieces, rounded once.
    private bool Amount(long pieces, long? price, out long amount)
    {
        amount = 0;
        if (!TryNumber(_gmv, Market.MinorUnits == 0 || Market.Currency == "IDR", out var gmv)) return false;
        if (gmv is { } found)
        {
            if (_gmvTimes >= 0)
            {
                if (!TryNumber(_gmvTimes, false, out var factor)) return false;
                if (factor is not { } times) return Fail("value_missing", _gmvTimes, "");
                found = found.Times(times, out var large);
                if (large) return Fail("number_too_large", _gmv, Cell(_gmv));
            }
            if (!Minor(found, _gmv, out var minor)) return false;
            amount = minor ?? 0;
            return true;
        }
        if (price is not { } each) return Fail("value_missing", _price >= 0 ? _price : _gmv, "");
        if (!new Number(each, 0).Times(new Number(pieces, 0), out var tooLarge).TryScale(0, out amount) || tooLarge)
            return Fail("number_too_large", _price, Cell(_price));
        return true;
    }

    private bool Returned(long pieces, out long returned)
    {
        returned = 0;
        if (Words.Truth(Cell(_fullyReturned)) == true)
        {
            returned = pieces;
            return true;
        }
        if (!Count(_returned, out var back) || !Count(_refunded, out var paidBack)) return false;
        returned = Math.Min(pieces, (back ?? 0) + (paidBack ?? 0));
        return true;
    }

    private static long Share(long amount, long part, long whole) =>
        part == 0 || whole == 0 ? 0 : part == whole ? amount : Number.DivideAway((Int128)amount * part, whole);

    private bool Commission() =>
        Rate(_rate, out Current.CommissionRatePpm) && Rate(_adsRate, out Current.AdsCommissionRatePpm)
        && Money(_estBase, out Current.EstBaseMinor) && Money(_actualBase, out Current.ActualBaseMinor)
        && Money(_estCommission, out Current.EstCommissionMinor) && Money(_actualCommission, out Current.ActualCommissionMinor)
        && Money(_estAds, out Current.EstAdsCommissionMinor) && Money(_actualAds, out Current.ActualAdsCommissionMinor)
        && Money(_estBonus, out Current.EstBonusMinor) && Money(_actualBonus, out Current.ActualBonusMinor);
}
