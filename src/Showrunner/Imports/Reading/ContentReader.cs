using System.Text.RegularExpressions;
using Showrunner.Imports.Kinds;
using Showrunner.Ledger;
using Showrunner.Markets;

namespace Showrunner.Imports.Reading;

/// <summary>Videos and LIVEs with their figures.</summary>
internal sealed partial class ContentReader : FactReader
{
    private const int DaysAfterPosting = 28;

    private readonly int _contentNo, _title, _link, _creator, _creatorName, _creatorNo, _creatorCategory, _productNo, _productName;
    private readonly int _postedAt, _endedAt, _duration, _followers, _paid, _views, _viewers, _peak, _avgView, _likes, _comments, _shares, _newFollowers;
    private readonly int _impressions, _clicks, _created, _skuOrders, _orders, _customers, _items, _itemsRefunded, _added, _sold;
    private readonly int _gmv, _attributed, _refunds, _commission, _flatFee, _completion, _liveGpm, _videoGpm;

    public ContentReader(RowSource source, Recognition recognition, MarketRules market, ReadOptions options)
        : base(source, recognition, market, options)
    {
        (_contentNo, _title, _link) = (Column(ContentField.ContentNo), Column(ContentField.Title), Column(ContentField.Link));
        (_creator, _creatorName, _creatorNo) = (Column(ContentField.Creator), Column(ContentField.CreatorName), Column(ContentField.CreatorNo));
        (_creatorCategory, _productNo, _productName) = (Column(ContentField.CreatorCategory), Column(ContentField.ProductNo), Column(ContentField.ProductName));
        (_postedAt, _endedAt, _duration) = (Column(ContentField.PostedAt), Column(ContentField.EndedAt), Column(ContentField.Duration));
        (_followers, _paid, _views, _viewers) = (Column(ContentField.Followers), Column(ContentField.PaidPromotion), Column(ContentField.Views), Column(ContentField.Viewers));
        (_peak, _avgView, _likes, _comments) = (Column(ContentField.PeakViewers), Column(ContentField.AvgViewSeconds), Column(ContentField.Likes), Column(ContentField.Comments));
        (_shares, _newFollowers, _impressions) = (Column(ContentField.Shares), Column(ContentField.NewFollowers), Column(ContentField.ProductImpressions));
        (_clicks, _created, _skuOrders, _orders) = (Column(ContentField.ProductClicks), Column(ContentField.CreatedSkuOrders), Column(ContentField.SkuOrders), Column(ContentField.Orders));
        (_customers, _items, _itemsRefunded) = (Column(ContentField.Customers), Column(ContentField.Items), Column(ContentField.ItemsRefunded));
        (_added, _sold) = (Column(ContentField.ProductsAdded), Column(ContentField.ProductsSold));
        (_gmv, _attributed, _refunds) = (Column(ContentField.Gmv), Column(ContentField.AttributedGmv), Column(ContentField.Refunds));
        (_commission, _flatFee, _completion) = (Column(ContentField.EstCommission), Column(ContentField.EstFlatFee), Column(ContentField.CompletionRate));
        (_liveGpm, _videoGpm) = (Column(ContentField.LiveGpm), Column(ContentField.VideoGpm));
        Current.Kind = recognition.Shape!.ContentKind;
        Current.Window = recognition.Shape.Window;
        if (Current.Window == StatWindow.Period) (Current.From, Current.To) = Period();
    }

    public ContentDraft Current { get; } = new();

    protected override bool IsFigure(string? field) => field is not (null or ContentField.Title or ContentField.Link or ContentField.Creator
        or ContentField.CreatorName or ContentField.CreatorCategory or ContentField.ProductName or ContentField.PaidPromotion);

    protected override void Fill() => _ = Who() && When() && Reach() && Sales() && Name();

    private bool Who()
    {
        if (!Id(_contentNo, out Current.ContentNo, needed: _contentNo >= 0) || !Id(_creatorNo, out Current.CreatorNo) || !Id(_productNo, out Current.ProductNo)) return false;
        Current.Title = Text(_title);
        Current.Link = Text(_link);
        Current.CreatorHandle = Handle(_creator);
        Current.CreatorName = Text(_creatorName);
        Current.CreatorCategory = Text(_creatorCategory);
        Current.ProductName = Text(_productName);
        Current.PaidPromotion = Words.Truth(Cell(_paid));
        return Current.CreatorHandle.Length > 0 || Fail("value_missing", _creator, "");
    }

    private bool When()
    {
        if (!Moment(_postedAt, out var posted, out Current.Day)) return false;
        if (posted is not { } instant) return Fail("value_missing", _postedAt, "");
        Current.PostedAt = instant;
        if (!Moment(_endedAt, out Current.EndedAt, out _) || !Duration(_duration, out Current.DurationSeconds)) return false;
        if (Current.Kind == ContentKind.Live && Current.DurationSeconds is { } seconds) Current.EndedAt ??= instant.AddSeconds(seconds);
        else if (Current.EndedAt is { } end) Current.DurationSeconds ??= (long)(end - instant).TotalSeconds;
        if (Current.EndedAt < instant) return Fail("end_before_start", _endedAt, Cell(_endedAt));
        if (Current.Window != StatWindow.Period)
            (Current.From, Current.To) = (Current.Day, Current.Window == StatWindow.Days28 ? Current.Day.AddDays(DaysAfterPosting - 1) : Current.Day);
        return true;
    }

    private bool Reach() =>
        Count(_followers, out Current.Followers) && Count(_views, out Current.Views) && Count(_viewers, out Current.Viewers)
        && Count(_peak, out Current.PeakViewers) && Duration(_avgView, out Current.AvgViewSeconds) && Count(_likes, out Current.Likes)
        && Count(_comments, out Current.Comments) && Count(_shares, out Current.Shares) && Count(_newFollowers, out Current.NewFollowers, mayBeNegative: true)
        && Count(_impressions, out Current.ProductImpressions) && Count(_clicks, out Current.ProductClicks)
        && Rate(_completion, out Current.CompletionRatePpm);

    private bool Sales()
    {
        Current.CreatorTotals.Clear();
        return Count(_created, out Current.CreatedSkuOrders) && Count(_skuOrders, out Current.SkuOrders) && Count(_orders, out Current.Orders)
            && Count(_customers, out Current.Customers) && Count(_items, out Current.Items) && Count(_itemsRefunded, out Current.ItemsRefunded)
            && Count(_added, out Current.ProductsAdded) && Count(_sold, out Current.ProductsSold)
            && Money(_gmv, out Current.GmvMinor) && Money(_attributed, out Current.AttributedGmvMinor) && Money(_refunds, out Current.RefundMinor)
            && Money(_commission, out Current.EstCommissionMinor) && Money(_flatFee, out Current.EstFlatFeeMinor)
            && CreatorsOwn(_liveGpm, TotalMeasure.LiveGpm) && CreatorsOwn(_videoGpm, TotalMeasure.VideoGpm);
    }

    // Market-data tools show a creator who sells abroad in that country's currency: leave the figure out, keep the video.
    private bool CreatorsOwn(int column, string measure)
    {
        if (column < 0) return true;
        if (Figure(column, FigureUnit.Money, out var figure))
        {
            if (figure is { } found) Current.CreatorTotals[measure] = found;
            return true;
        }
        if (Problem!.Code != "currency_not_market") return false;
        Forgive();
        return true;
    }

    // Without an id of its own a video is known by its link, a LIVE by who started it when.
    private bool Name()
    {
        if (_contentNo >= 0) return true;
        if (Current.Kind == ContentKind.Live)
        {
            var who = Current.CreatorNo.Length > 0 ? Current.CreatorNo : Current.CreatorHandle;
            Current.ContentNo = $"{who}@{Current.PostedAt:yyyyMMddTHHmm}Z";
            return true;
        }
        var match = VideoInLink.Match(Current.Link);
        if (!match.Success) return Fail("link_without_id", _link, Cell(_link));
        Current.ContentNo = match.Groups[1].Value;
        return true;
    }

    [GeneratedRegex(@"/(?:video|v|photo)/(\d{5,25})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VideoInLink { get; }
}
