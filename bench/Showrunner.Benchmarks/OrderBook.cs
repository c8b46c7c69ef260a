using System.Globalization;
using System.Text;
using Showrunner.Ledger;
using Showrunner.Markets;

namespace Showrunner.Benchmarks;

/// <summary>
/// Order lines of a made-up Vietnamese seller, the same in every run: 20,000 creators and 5,000 products of very different
/// size, 180 days in order, four channels, mostly settled.
/// </summary>
internal sealed partial class OrderBook(int lines, int seed = 7)
{
    private const int Creators = 20_000, Products = 5_000, Days = 180;
    public static readonly DateOnly First = new(2025, 1, 1), Last = First.AddDays(Days - 1);
    private static readonly string[] Header =
    [
        "Order ID", "Product ID", "Product Name", "SKU", "SKU ID", "Seller Sku", "Price", "Payment Amount", "Currency", "Quantity",
        "Fully returned or refunded", "Payment method", "Order Status", "Creator Username", "Content Type", "Content ID", "commission model",
        "Standard commission rate", "Est. Commission Base", "Est. standard commission payment", "Actual Commission Base", "Actual Commission Payment",
        "Shop Ads commission rate", "Est. Shop Ads commission payment", "Actual Shop Ads commission payment", "Est. co-funded creator bonus",
        "Actual co-funded creator bonus", "Time Created", "Payment time", "Order Delivery Time", "Time Commission Paid",
    ];
    private static readonly string[] Names = ["Áo thun cotton", "Son dưỡng môi", "Kem chống nắng", "Tai nghe không dây", "Bình giữ nhiệt", "Váy hoa mùa hè", "Sữa rửa mặt", "Ốp lưng điện thoại"];

    private readonly Random _chance = new(seed);
    private int _row, _inOrder;
    private long _order;

    // The line at hand.
    private int _creator, _product, _sku, _pieces;
    private long _price, _paid, _content, _rate;
    private bool _returned;
    private string _channel = "", _status = "";
    private DateTime _created;

    /// <summary>GMV of the lines so far, as the dictionary defines it: everything but unpaid.</summary>
    public long Gmv { get; private set; }

    private bool Next()
    {
        if (_row == lines) return false;
        if (_inOrder == 0)
        {
            // The lines of an order share the moment when it was made, as in every export.
            _created = First.ToDateTime(TimeOnly.MinValue).AddSeconds((long)_row * Days * 86_400 / lines);
            (_order, _inOrder) = (576_400_000_000_000_000 + (long)_row * 7_919, _chance.NextDouble() < 0.2 ? 2 : 1);
        }
        _inOrder--;
        _creator = (int)(Creators * Math.Pow(_chance.NextDouble(), 3));
        // Two lines of one order differ in the product, so that no key comes twice.
        _product = (int)(Products / 2 * Math.Pow(_chance.NextDouble(), 2)) * 2 + _inOrder;
        _sku = _chance.Next(4);
        _pieces = _chance.NextDouble() < 0.85 ? 1 : _chance.Next(2, 5);
        _price = 39_000 + _product * 7_717L % 460 * 1_000;
        _paid = _price * _pieces - (_chance.NextDouble() < 0.3 ? _price / 10 : 0);
        _channel = _chance.NextDouble() switch { < 0.4 => "Livestream", < 0.85 => "Video", < 0.95 => "Showcase", _ => "Product card" };
        _status = _chance.NextDouble() switch { < 0.72 => "Settled", < 0.82 => "Completed", < 0.92 => "Processing", < 0.97 => "Ineligible", _ => "Unpaid" };
        _returned = _status == "Ineligible" || _chance.NextDouble() < 0.02;
        _content = 7_450_000_000_000_000_000 + _creator * 1_000L + _row / (lines / 60 + 1);
        _rate = 5 + _product % 12;
        if (_status != "Unpaid") Gmv += _paid;
        _row++;
        return true;
    }

    private long Commission => _paid * _rate / 100;

    /// <summary>The seller's affiliate order export as the console writes it, 31 columns.</summary>
    public void WriteCsv(string path)
    {
        using var file = new StreamWriter(path, false, new UTF8Encoding(true), 1 << 16);
        file.Write(string.Join(',', Header) + "\r\n");
        while (Next())
        {
            var settled = _status == "Settled";
            var paidAt = _status == "Unpaid" ? "" : Time(_created.AddMinutes(3));
            var bonus = _product % 10 == 0 ? "2000" : "0";
            file.Write(string.Create(CultureInfo.InvariantCulture, $"{_order},{ProductNo},{ProductName},Mặc định,{SkuNo},{SellerSku},{_price},{_paid},VND,{_pieces},"));
            file.Write(string.Create(CultureInfo.InvariantCulture, $"{(_returned ? "Yes" : "No")},Cash on delivery,{_status},{Handle},{_channel},{_content},Standard,{_rate}%,{_paid},{Commission},"));
            file.Write(string.Create(CultureInfo.InvariantCulture, $"{(settled ? _paid : "")},{(settled ? Commission : "")},0%,0,{(settled ? "0" : "")},{bonus},{(settled ? bonus : "")},"));
            file.Write($"{Time(_created)},{paidAt},{(settled || _status == "Completed" ? Time(_created.AddDays(3)) : "")},{(settled ? Time(_created.AddDays(18)) : "")}\r\n");
        }
    }

    /// <summary>The same lines as drafts, for boards that need many rows without a file.</summary>
    public IEnumerable<OrderLineDraft> Drafts(MarketRules market)
    {
        var draft = new OrderLineDraft();
        while (Next())
        {
            (draft.OrderNo, draft.SkuNo, draft.SellerSku) = (_order.ToString(CultureInfo.InvariantCulture), SkuNo, SellerSku);
            (draft.ProductNo, draft.ProductName, draft.ContentNo, draft.CreatorHandle) = (ProductNo, ProductName, _content.ToString(CultureInfo.InvariantCulture), Handle);
            (draft.ShopNo, draft.ShopName) = ($"7494{_product % 40:000}", $"Shop {_product % 40}");
            draft.Channel = _channel switch { "Livestream" => Channel.Live, "Video" => Channel.Video, "Showcase" => Channel.Showcase, _ => Channel.ProductCard };
            draft.Status = _status.ToLowerInvariant();
            draft.OrderedAt = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(_created, market.Zone));
            draft.Day = DateOnly.FromDateTime(_created);
            (draft.PaidAt, draft.DeliveredAt) = (_status == "Unpaid" ? null : draft.OrderedAt.AddMinutes(3), draft.OrderedAt.AddDays(3));
            (draft.Quantity, draft.ReturnedQuantity, draft.PriceMinor, draft.GmvMinor, draft.RefundMinor) = (_pieces, _returned ? _pieces : 0, _price, _paid, _returned ? _paid : 0);
            (draft.CommissionRatePpm, draft.EstBaseMinor, draft.EstCommissionMinor) = (_rate * 10_000, _paid, Commission);
            var settled = _status == "Settled";
            (draft.ActualBaseMinor, draft.ActualCommissionMinor, draft.SettledAt) = (settled ? _paid : null, settled ? Commission : null, settled ? draft.OrderedAt.AddDays(18) : null);
            yield return draft;
        }
    }

    private string ProductNo => (1_729_500_000_000_000_000 + _product * 131L).ToString(CultureInfo.InvariantCulture);
    private string SkuNo => (1_729_600_000_000_000_000 + _product * 131L + _sku).ToString(CultureInfo.InvariantCulture);
    private string SellerSku => $"SKU-{_product:0000}-{_sku}";
    private string ProductName => $"{Names[_product % Names.Length]} {_product}";
    private string Handle => $"creator.{_creator:00000}";
    private static string Time(DateTime time) => time.ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);
}
