using Showrunner.Ledger;

namespace Showrunner.Demo.Export;

/// <summary>What lines come to, for the lists that tell of creators, products and LIVEs. Unpaid lines do not count.</summary>
internal sealed class Sums
{
    public string ProductNo = "", ProductName = "", CategoryPath = "";
    public long Gmv, LiveGmv, VideoGmv, CardGmv, Refunds, Orders, Items, ItemsRefunded, Commission, Videos, Lives, Views, Impressions, Clicks;
    private string _lastOrder = "";

    public void Add(OrderLineDraft d)
    {
        if (d.Status == LineStatus.Unpaid) return;
        if (d.OrderNo != _lastOrder) Orders++; // lines of an order follow each other
        _lastOrder = d.OrderNo;
        Gmv += d.GmvMinor;
        if (d.Channel == Channel.Live) LiveGmv += d.GmvMinor;
        else if (d.Channel == Channel.Video) VideoGmv += d.GmvMinor;
        else CardGmv += d.GmvMinor;
        Refunds += d.RefundMinor;
        Items += d.Quantity;
        ItemsRefunded += d.ReturnedQuantity;
        Commission += d.EstCommissionMinor ?? 0;
    }

    public void Add(ContentDraft d)
    {
        if (d.Kind == ContentKind.Live) Lives++;
        else Videos++;
        Views += d.Kind == ContentKind.Live ? 0 : d.Views ?? 0;
        Impressions += d.ProductImpressions ?? 0;
        Clicks += d.ProductClicks ?? 0;
    }
}
