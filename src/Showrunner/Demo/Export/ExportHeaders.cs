using Showrunner.Demo.Words;

namespace Showrunner.Demo.Export;

/// <summary>The header rows of the marketplace's own files, in their order.</summary>
internal static class ExportHeaders
{
    /// <summary>Seller Affiliate Center, affiliate orders.</summary>
    public static readonly string[] OrdersEnglish =
    [
        "Order ID", "Product ID", "Product Name", "SKU", "SKU ID", "Seller Sku", "Price", "Payment Amount", "Currency", "Quantity", "Fully returned or refunded",
        "Payment method", "Order Status", "Creator Username", "Content Type", "Content ID", "commission model", "Standard commission rate", "Est. Commission Base",
        "Est. standard commission payment", "Actual Commission Base", "Actual Commission Payment", "Shop Ads commission rate", "Est. Shop Ads commission payment",
        "Actual Shop Ads commission payment", "Est. co-funded creator bonus", "Actual co-funded creator bonus", "Time Created", "Payment time", "Order Delivery Time",
        "Time Commission Paid", "Platform",
    ];

    /// <summary>The same, console in Indonesian.</summary>
    public static readonly string[] OrdersIndonesian =
    [
        "ID Pesanan", "ID Produk", "Produk", "SKU", "ID Sku", "Penjual Sku", "Harga", "Payment Amount", "Mata Uang", "Kuantitas", "Metode Pembayaran", "Status Pesanan",
        "Nama pengguna kreator", "Jenis Konten", "ID Konten", "commission model", "Persentase komisi standar", "Est. Acuan Komisi", "Perkiraan pembayaran komisi standar",
        "Acuan Komisi Aktual", "Pembayaran Komisi Aktual", "Persentase komisi Iklan Toko", "Perkiraan pembayaran komisi Iklan Toko",
        "Pembayaran komisi Iklan Toko aktual", "Perkiraan bonus kreator", "Bonus aktual kreator", "Pengembalian barang", "Pengembalian dana", "Waktu Dibuat",
        "Waktu Pembayaran", "Waktu Pesanan Siap Dikirim", "Order Delivery Time", "Waktu Pesanan Selesai", "Waktu Komisi Dibayar", "Platform",
    ];

    /// <summary>The same, console in Vietnamese.</summary>
    public static readonly string[] OrdersVietnamese =
    [
        "ID đơn hàng", "ID sản phẩm", "Tên sản phẩm", "Sku", "Id Sku", "Sku người bán", "Giá", "Payment Amount", "Đơn vị tiền tệ", "Số lượng", "Phương thức thanh toán",
        "Trạng thái đơn hàng", "Tên người dùng nhà sáng tạo", "Loại nội dung", "Id nội dung", "commission model", "Tỷ lệ khấu trừ Thuế TNCN", "Thuế TNCN ước tính",
        "Thuế TNCN thực tế", "Tỷ lệ hoa hồng tiêu chuẩn", "Cơ sở hoa hồng ước tính", "Thanh toán hoa hồng tiêu chuẩn ước tính", "Cơ sở hoa hồng thực tế",
        "Thanh toán hoa hồng thực tế", "Tỷ lệ hoa hồng Quảng cáo cửa hàng", "Thanh toán hoa hồng Quảng cáo cửa hàng ước tính",
        "Thanh toán hoa hồng Quảng cáo cửa hàng thực tế", "Thưởng đồng chi trả cho nhà sáng tạo ước tính", "Thưởng đồng chi trả cho nhà sáng tạo thực tế",
        "Trả hàng & hoàn tiền", "Hoàn tiền", "Thời gian đã tạo", "Thời gian thanh toán", "Thời gian sẵn sàng vận chuyển", "Order Delivery Time",
        "Thời gian hoàn thành đơn hàng", "Thời gian hoa hồng đã thanh toán", "Platform",
    ];

    /// <summary>Data Compass, creators over a period.</summary>
    public static readonly string[] Creators =
    [
        "Creator name", "Creator-attributed GMV", "Refunds", "Attributed orders", "Creator-attributed items sold", "Items refunded", "AOV", "Videos", "Live streams",
        "Est. commission", "Samples shipped", "Est. flat fee", "Creator video-attributed GMV", "Creator live-attributed GMV", "Affiliate product card-attributed GMV",
        "CTOR", "CTR", "Total sample content", "Products added to showcase", "Product impressions", "Video views", "Customers", "Products sold",
    ];

    /// <summary>Data Compass, videos over a period.</summary>
    public static readonly string[] Videos =
    [
        "Video title", "Video ID", "Post date", "Video link", "Creator name", "Product ID", "Creator video-attributed GMV", "Video-attributed orders", "AOV",
        "Avg. GMV per customer", "Video-attributed items sold", "Refunds", "Items refunded", "Est. commission", "Est. flat fee", "Video views", "Likes", "Comments",
        "Shares", "Video product impressions", "Video product clicks", "Completion rate", "CTR", "Engagement", "Video GPM",
    ];

    /// <summary>Seller Center, video details; # is the sign of the money.</summary>
    public static readonly string[] VideoDetails =
    [
        "Creator name", "Creator ID", "Video Info", "Video ID", "Time", "Products", "VV", "Likes", "Comments", "Shares", "New followers", "V-to-L clicks",
        "Product Impressions", "Product Clicks", "Unique customers", "Orders", "Video items sold", "Gross merchandise value (Video) (#)", "GPM (#)",
        "Shoppable video attributed GMV (#)", "CTR", "V-to-L rate", "Video Finish Rate", "CTOR", "Mark",
    ];

    /// <summary>Affiliate Center, one row for every LIVE and product.</summary>
    public static readonly string[] Lives =
    [
        "LIVE ID", "LIVE title", "LIVE start time", "LIVE end time", "Creator name", "Product ID", "Product name", "Creator LIVE-attributed GMV",
        "LIVE-attributed items sold", "Refunds", "Items refunded", "LIVE-attributed orders", "AOV", "Est. commission",
    ];

    /// <summary>Data Compass, products over a period.</summary>
    public static readonly string[] Products =
    [
        "Product name", "Product ID", "Product category", "Creator-attributed GMV", "Refunds", "Creator-attributed items sold", "Items refunded", "Attributed orders",
        "Avg. daily customers", "Avg. daily creators with sales", "Avg. daily creators posted content", "Avg. daily videos with sales",
        "Avg. daily LIVE streams with sales", "Videos", "Live streams", "Est. commission", "Samples shipped", "Est. flat fee",
    ];

    /// <summary>A seller's own list of his goods, in the language of his console.</summary>
    public static string[] Offers(ExportLanguage language) => language switch
    {
        ExportLanguage.Indonesian => ["Kreator", "ID Produk", "Nama Produk", "Toko", "Ditawarkan Pada", "Jawaban", "Dijawab Pada", "Sampel Dikirim Pada", "Diunggah Pada"],
        ExportLanguage.Vietnamese => ["Nhà sáng tạo", "ID sản phẩm", "Tên sản phẩm", "Cửa hàng", "Ngày mời", "Trả lời", "Ngày trả lời", "Ngày gửi hàng mẫu", "Ngày đăng"],
        _ => ["Creator", "Product ID", "Product name", "Shop", "Offered on", "Answer", "Answered on", "Sample sent on", "Posted on"],
    };

    public static string[] Goods(ExportLanguage language) => language switch
    {
        ExportLanguage.Indonesian => ["ID Produk", "Nama Produk", "Harga Pokok", "Berlaku Sejak", "Mata Uang", "Stok", "Per Tanggal", "Harga Jual", "Penilaian"],
        ExportLanguage.Vietnamese => ["ID sản phẩm", "Tên sản phẩm", "Giá vốn", "Có hiệu lực từ", "Tiền tệ", "Tồn kho", "Ngày tồn kho", "Giá bán", "Đánh giá"],
        _ => ["Product ID", "Product name", "Cost", "Valid from", "Currency", "Stock on hand", "As of", "List price", "Rating"],
    };
}
