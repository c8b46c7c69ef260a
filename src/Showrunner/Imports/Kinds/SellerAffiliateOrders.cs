using static Showrunner.Imports.Kinds.OrderField;

namespace Showrunner.Imports.Kinds;

/// <summary>Seller Affiliate Center, affiliate order export; columns come and go by market, names by the console's language.</summary>
internal static class SellerAffiliateOrders
{
    private static readonly string[] Needed = [OrderNo, ProductNo, SkuNo, Price, Quantity, Status, Creator, OrderedAt];

    public static readonly Kind Kind = new("seller_affiliate_orders", FactFamily.OrderLines,
        new Layout("EN", Needed,
            ("Order ID", OrderNo), ("Product ID", ProductNo), ("Product Name", ProductName), ("SKU", ""), ("SKU ID", SkuNo), ("Seller Sku", SellerSku),
            ("Price", Price), ("Payment Amount", Gmv), ("Currency", Currency), ("Quantity", Quantity),
            ("Fully returned or refunded", FullyReturned), ("Returned quantity", ReturnedQuantity), ("Refunded quantity", RefundedQuantity),
            ("Payment method", ""), ("Order Status", Status), ("Creator Username", Creator), ("Content Type", Channel), ("Content ID", ContentNo),
            ("commission model", ""), ("Standard commission rate", CommissionRate),
            ("Est. Commission Base", EstBase), ("Est. standard commission payment", EstCommission),
            ("Actual Commission Base", ActualBase), ("Actual Commission Payment", ActualCommission),
            ("Shop Ads commission rate", AdsCommissionRate),
            ("Est. Shop Ads commission payment", EstAdsCommission), ("Actual Shop Ads commission payment", ActualAdsCommission),
            ("Est. co-funded creator bonus", EstBonus), ("Actual co-funded creator bonus", ActualBonus),
            ("Time Created", OrderedAt), ("Payment time", PaidAt), ("Ready to ship time", ""), ("Order Delivery Time", DeliveredAt),
            ("Order completed time", ""), ("Time Commission Paid", SettledAt), ("Platform", ""))
        { IsLanguage = true },
        new Layout("ID", Needed,
            ("ID Pesanan", OrderNo), ("ID Produk", ProductNo), ("Produk", ProductName), ("SKU", ""), ("ID Sku", SkuNo), ("Penjual Sku", SellerSku),
            ("Harga", Price), ("Payment Amount", Gmv), ("Mata Uang", Currency), ("Kuantitas", Quantity), ("Metode Pembayaran", ""),
            ("Status Pesanan", Status), ("Nama pengguna kreator", Creator), ("Jenis Konten", Channel), ("ID Konten", ContentNo),
            ("commission model", ""), ("Persentase komisi standar", CommissionRate),
            ("Est. Acuan Komisi", EstBase), ("Perkiraan pembayaran komisi standar", EstCommission),
            ("Acuan Komisi Aktual", ActualBase), ("Pembayaran Komisi Aktual", ActualCommission),
            ("Persentase komisi Iklan Toko", AdsCommissionRate),
            ("Perkiraan pembayaran komisi Iklan Toko", EstAdsCommission), ("Pembayaran komisi Iklan Toko aktual", ActualAdsCommission),
            ("Perkiraan bonus kreator", EstBonus), ("Bonus aktual kreator", ActualBonus),
            ("Pengembalian barang", ReturnedQuantity), ("Pengembalian dana", RefundedQuantity),
            ("Pengembalian barang atau dana penuh", FullyReturned), ("Fully returned or refunded", FullyReturned),
            ("Waktu Dibuat", OrderedAt), ("Waktu Pembayaran", PaidAt), ("Waktu Pesanan Siap Dikirim", ""), ("Order Delivery Time", DeliveredAt),
            ("Waktu Pesanan Selesai", ""), ("Waktu Komisi Dibayar", SettledAt), ("Platform", ""))
        { IsLanguage = true },
        new Layout("VI", Needed,
            ("ID đơn hàng", OrderNo), ("ID sản phẩm", ProductNo), ("Tên sản phẩm", ProductName), ("Sku", ""), ("Id Sku", SkuNo), ("Sku người bán", SellerSku),
            ("Giá", Price), ("Payment Amount", Gmv), ("Đơn vị tiền tệ", Currency), ("Số lượng", Quantity), ("Phương thức thanh toán", ""),
            ("Trạng thái đơn hàng", Status), ("Tên người dùng nhà sáng tạo", Creator), ("Loại nội dung", Channel), ("Id nội dung", ContentNo),
            ("commission model", ""), ("Tỷ lệ khấu trừ Thuế TNCN", ""), ("Thuế TNCN ước tính", ""), ("Thuế TNCN thực tế", ""),
            ("Tỷ lệ hoa hồng tiêu chuẩn", CommissionRate),
            ("Cơ sở hoa hồng ước tính", EstBase), ("Thanh toán hoa hồng tiêu chuẩn ước tính", EstCommission),
            ("Cơ sở hoa hồng thực tế", ActualBase), ("Thanh toán hoa hồng thực tế", ActualCommission),
            ("Tỷ lệ hoa hồng Quảng cáo cửa hàng", AdsCommissionRate),
            ("Thanh toán hoa hồng Quảng cáo cửa hàng ước tính", EstAdsCommission), ("Thanh toán hoa hồng Quảng cáo cửa hàng thực tế", ActualAdsCommission),
            ("Thưởng đồng chi trả cho nhà sáng tạo ước tính", EstBonus), ("Thưởng đồng chi trả cho nhà sáng tạo thực tế", ActualBonus),
            ("Trả hàng & hoàn tiền", ReturnedQuantity), ("Hoàn tiền", RefundedQuantity), ("Đã trả hàng hoặc hoàn tiền đầy đủ", FullyReturned),
            ("Thời gian đã tạo", OrderedAt), ("Thời gian thanh toán", PaidAt), ("Thời gian sẵn sàng vận chuyển", ""), ("Order Delivery Time", DeliveredAt),
            ("Thời gian hoàn thành đơn hàng", ""), ("Thời gian hoa hồng đã thanh toán", SettledAt), ("Platform", ""))
        { IsLanguage = true });
}
